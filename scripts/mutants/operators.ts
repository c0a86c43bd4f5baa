import ts from 'typescript';

export interface Replacement {
  kind: string;
  /** The part that is replaced, when it is not the whole node. */
  at?: ts.Node;
  becomes: string;
}

type Operator = (node: ts.Node) => Replacement[];

/** What may be written wrongly at this node. */
export const replacementsFor = (node: ts.Node): Replacement[] =>
  operators.flatMap((operator) => operator(node));

const swapped: Partial<Record<ts.SyntaxKind, readonly [kind: string, becomes: string][]>> = {
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

const otherMethod: Record<string, string> = {
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
const withoutIt = new Set([
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
    if (operator.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right))) return [];
    return (swapped[operator.kind] ?? []).map(([kind, becomes]) => ({ kind, at: operator, becomes }));
  },
  (node) => {
    const condition = conditionOf(node);
    if (!condition) return [];
    const kind = 'condition';
    // A loop that never ends proves nothing.
    const always =
      ts.isIfStatement(node) || ts.isConditionalExpression(node)
        ? [{ kind, at: condition, becomes: 'true' }]
        : [];
    return [
      { kind, at: condition, becomes: 'false' },
      { kind, at: condition, becomes: `!(${condition.getText()})` },
      ...always,
    ];
  },
  (node) => {
    const answer = answerOf(node);
    const becomes = answer && emptied(answer);
    return answer && becomes !== undefined ? [{ kind: 'answer', at: answer, becomes }] : [];
  },
  (node) =>
    ts.isStringLiteral(node) && node.text !== '' && isValue(node) ? [{ kind: 'string', becomes: "''" }] : [],
  (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const { name, expression } = node.expression;
    const other = Object.hasOwn(otherMethod, name.text) ? otherMethod[name.text] : undefined;
    if (other !== undefined) return [{ kind: 'method', at: name, becomes: other }];
    return withoutIt.has(name.text) ? [{ kind: 'method', becomes: expression.getText() }] : [];
  },
  (node) =>
    isRemovable(node) && (ts.isBlock(node.parent) || ts.isSourceFile(node.parent))
      ? [{ kind: 'statement', becomes: ';' }]
      : [],
  (node) => (ts.isRegularExpressionLiteral(node) ? looserPatterns(node.text) : []),
];

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isTemplateExpression(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  (ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    (isText(node.left) || isText(node.right)));

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isConditionalExpression(node)) return node.condition;
  return ts.isIfStatement(node) || ts.isWhileStatement(node) ? node.expression : undefined;
}

function answerOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

/** The empty one of its sort, or undefined where that would be the same or not be told from its text. */
function emptied(answer: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(answer)) return emptied(answer.expression);
  if (ts.isArrayLiteralExpression(answer)) return answer.elements.length > 0 ? '[]' : undefined;
  if (isText(answer)) return "''";
  if (ts.isObjectLiteralExpression(answer)) return 'undefined';
  if (ts.isCallExpression(answer))
    return /\.(?:map|filter|flatMap|toSorted|sort)$/.test(answer.expression.getText()) ? '[]' : 'undefined';
  if (answer.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  return answer.kind === ts.SyntaxKind.FalseKeyword ? 'true' : undefined;
}

/** Not a name of a property, a type or a case. */
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

/** One quantifier or anchor changed at a time. */
function looserPatterns(pattern: string): Replacement[] {
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
    const becomes = sign.startsWith('{') ? '' : { '+': '*', '*': '+', '?': '', '^': '', $: '' }[sign];
    if (becomes === undefined || inClass(match.index)) continue;
    const changed = pattern.slice(0, match.index) + becomes + pattern.slice(match.index + sign.length);
    if (isPattern(changed)) changes.push({ kind: 'pattern', becomes: changed });
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
