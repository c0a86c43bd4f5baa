import ts from 'typescript';

export interface Replacement {
  mutator: string;
  /** The replaced node, if it is not the whole node. */
  at?: ts.Node;
  replacement: string;
}

type Operator = (node: ts.Node) => Replacement[];

/** The wrong versions of this node. */
export const replacementsFor = (node: ts.Node): Replacement[] =>
  operators.flatMap((operator) => operator(node));

const swappedOperators: Partial<Record<ts.SyntaxKind, readonly [mutator: string, replacement: string][]>> = {
  [ts.SyntaxKind.LessThanToken]: [
    ['boundary', '<='],
    ['comparison', '>='],
  ],
  [ts.SyntaxKind.LessThanEqualsToken]: [
    ['boundary', '<'],
    ['comparison', '>'],
  ],
  [ts.SyntaxKind.GreaterThanToken]: [
    ['boundary', '>='],
    ['comparison', '<='],
  ],
  [ts.SyntaxKind.GreaterThanEqualsToken]: [
    ['boundary', '>'],
    ['comparison', '<'],
  ],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: [['comparison', '!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: [['comparison', '===']],
  [ts.SyntaxKind.AmpersandAmpersandToken]: [['logic', '||']],
  [ts.SyntaxKind.BarBarToken]: [['logic', '&&']],
  [ts.SyntaxKind.MinusToken]: [['arithmetic', '+']],
  [ts.SyntaxKind.AsteriskToken]: [['arithmetic', '/']],
  [ts.SyntaxKind.PlusToken]: [['arithmetic', '-']],
};

const swappedMethods: Record<string, string> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  startsWith: 'includes',
  endsWith: 'startsWith',
  includes: 'startsWith',
  min: 'max',
  max: 'min',
  push: 'unshift',
};
/** `list.filter(…)` becomes `list`. */
const removableCalls = new Set([
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'toLowerCase',
]);

const operators: Operator[] = [
  (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const operator = node.operatorToken;
    if (
      operator.kind === ts.SyntaxKind.PlusToken &&
      (isStringExpression(node.left) || isStringExpression(node.right))
    )
      return [];
    return (swappedOperators[operator.kind] ?? []).map(([mutator, replacement]) => ({
      mutator,
      at: operator,
      replacement,
    }));
  },
  (node) => {
    const condition = conditionOf(node);
    if (!condition) return [];
    const mutator = 'condition';
    // An endless loop proves nothing.
    const always =
      ts.isIfStatement(node) || ts.isConditionalExpression(node)
        ? [{ mutator, at: condition, replacement: 'true' }]
        : [];
    return [
      { mutator, at: condition, replacement: 'false' },
      { mutator, at: condition, replacement: `!(${condition.getText()})` },
      ...always,
    ];
  },
  (node) => {
    const answer = returnedExpression(node);
    const replacement = answer && emptyValue(answer);
    return answer && replacement !== undefined ? [{ mutator: 'answer', at: answer, replacement }] : [];
  },
  (node) =>
    ts.isStringLiteral(node) && node.text !== '' && isValue(node)
      ? [{ mutator: 'string', replacement: "''" }]
      : [],
  (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const { name, expression } = node.expression;
    const other = Object.hasOwn(swappedMethods, name.text) ? swappedMethods[name.text] : undefined;
    if (other !== undefined) return [{ mutator: 'method', at: name, replacement: other }];
    return removableCalls.has(name.text) ? [{ mutator: 'method', replacement: expression.getText() }] : [];
  },
  (node) =>
    isRemovable(node) && (ts.isBlock(node.parent) || ts.isSourceFile(node.parent))
      ? [{ mutator: 'statement', replacement: ';' }]
      : [],
  (node) => (ts.isRegularExpressionLiteral(node) ? changedPatterns(node.text) : []),
];

const isStringExpression = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isTemplateExpression(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  (ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    (isStringExpression(node.left) || isStringExpression(node.right)));

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isConditionalExpression(node)) return node.condition;
  return ts.isIfStatement(node) || ts.isWhileStatement(node) ? node.expression : undefined;
}

function returnedExpression(node: ts.Node): ts.Expression | undefined {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

/** The empty value of the same type; undefined if it is already empty or the type is not clear from the text. */
function emptyValue(answer: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(answer)) return emptyValue(answer.expression);
  if (ts.isArrayLiteralExpression(answer)) return answer.elements.length > 0 ? '[]' : undefined;
  if (isStringExpression(answer)) return "''";
  if (ts.isObjectLiteralExpression(answer)) return 'undefined';
  if (ts.isCallExpression(answer))
    return /\.(?:map|filter|flatMap|toSorted|sort)$/.test(answer.expression.getText()) ? '[]' : 'undefined';
  if (answer.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  return answer.kind === ts.SyntaxKind.FalseKeyword ? 'true' : undefined;
}

/** Not the name of a property, a type or a key. */
const isValue = ({ parent }: ts.StringLiteral): boolean =>
  !(
    ts.isPropertyAssignment(parent) &&
    parent.name.kind === ts.SyntaxKind.StringLiteral &&
    parent.initializer.kind !== ts.SyntaxKind.StringLiteral
  ) &&
  !ts.isLiteralTypeNode(parent) &&
  !ts.isElementAccessExpression(parent);

function isRemovable(node: ts.Node): node is ts.Statement {
  if (ts.isExpressionStatement(node)) return !/^(?:console|process\.std(?:out|err))\./.test(node.getText());
  return ts.isIfStatement(node) && !node.elseStatement;
}

/** Changes one quantifier or anchor at a time. */
function changedPatterns(pattern: string): Replacement[] {
  const changes: Replacement[] = [];
  const inClass = (at: number): boolean => {
    let open = false;
    for (let place = 0; place < at; place++) {
      if (pattern[place] === '\\') place++;
      else if (pattern[place] === '[') open = true;
      else if (pattern[place] === ']') open = false;
    }
    return open;
  };
  for (const match of pattern.matchAll(/\\.|[+*^$]|\(\?|\?|\{\d+(?:,\d*)?\}/gs)) {
    const [sign] = match;
    const replacement = sign.startsWith('{') ? '' : { '+': '*', '*': '+', '?': '', '^': '', $: '' }[sign];
    if (replacement === undefined || inClass(match.index)) continue;
    const changed = pattern.slice(0, match.index) + replacement + pattern.slice(match.index + sign.length);
    if (isPattern(changed)) changes.push({ mutator: 'pattern', replacement: changed });
  }
  return changes;
}

function isPattern(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  try {
    return end > 1 && new RegExp(literal.slice(1, end), literal.slice(end + 1)) instanceof RegExp;
  } catch {
    return false;
  }
}
