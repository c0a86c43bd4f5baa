import { generate, parse, walk } from 'css-tree';
import type { CssNode, List } from 'css-tree';
import { hasExternalReferences } from '../css-references.ts';
import { computingFunctions, drawnProperties } from './allowed-svg.ts';
import { UnsafeSvg } from './unsafe-svg.ts';

/** Parses CSS as a browser does and writes it again with only the rules that draw. Refuses what fetches or moves. */
export function cleanStyleSheet(css: string): string {
  return rewritten(css, 'stylesheet');
}

/** The same for the `style` of an element. */
export function cleanDeclarations(css: string): string {
  return isSimple(css) ? simpleDeclarations(css) : rewritten(css, 'declarationList');
}

/** Names, numbers and colours: nothing is called, quoted, escaped or nested, so every reader splits it in the same way. */
const isSimple = (css: string): boolean => /^[\w\s.,%#+:;-]*$/.test(css);

/** Some drawings have a style on each of ten thousand shapes; the parser is slow for so many. */
function simpleDeclarations(css: string): string {
  const kept = css.split(';').flatMap((declaration) => {
    const [property = '', value, ...rest] = declaration.split(':').map((part) => part.trim());
    const isWhole = /^[\w-]+$/.test(property) && value !== undefined && value !== '' && rest.length === 0;
    return isWhole && keepsProperty(property) ? [`${property}:${value}`] : [];
  });
  return kept.join(';');
}

/** The same for an attribute that is a property of CSS, such as `fill`. Undefined if nothing is left of it. */
export function cleanValue(property: string, value: string): string | undefined {
  // Most values are numbers, colours or names. Nothing can be called or escaped with these characters.
  if (/^[\p{L}\p{M}\p{N}\s.,%#+'"_-]*$/u.test(value)) return value;
  const declarations = cleanDeclarations(`${property}:${value}`);
  const start = `${property}:`;
  return declarations.startsWith(start) ? declarations.slice(start.length) : undefined;
}

function rewritten(css: string, context: 'stylesheet' | 'declarationList'): string {
  if (css.length > maxLength) throw new UnsafeSvg('里面的样式太长');
  refuseDeepNesting(css);
  let mistakes = 0;
  const onParseError = (): void => {
    if (++mistakes > mostMistakes) throw new UnsafeSvg('里面的样式写得不对');
  };
  const tree = parse(css, { context, parseCustomProperty: true, onParseError });
  if (tree.type !== 'StyleSheet' && tree.type !== 'DeclarationList') return '';
  keepDrawing(tree.children as List<CssNode>);
  return generate(tree);
}

export const fetches = '里面引用了外部文件';
const moves = '里面有动画';
const maxLength = 2_000_000;
/** The parser (css-tree 3.2.1) goes over the whole text for each. Drawing programs make a few. */
const mostMistakes = 30;

/** Removes what does not draw, in place: the tree is ours. */
function keepDrawing(nodes: List<CssNode>): void {
  nodes.forEach((node, item) => {
    if (!keeps(node)) nodes.remove(item);
  });
}

function keeps(node: CssNode): boolean {
  switch (node.type) {
    case 'Declaration':
      return keepsDeclaration(node.property, node.value);
    case 'Rule':
      if (node.prelude.type !== 'SelectorList') return false;
      keepDrawing(node.block.children);
      return true;
    case 'Atrule':
      return keepsAtRule(node);
    default:
      return false;
  }
}

function keepsAtRule(rule: Extract<CssNode, { type: 'Atrule' }>): boolean {
  const name = rule.name.toLowerCase();
  if (name === 'import') throw new UnsafeSvg(fetches);
  if (/^(?:-\w+-)?keyframes$/.test(name)) throw new UnsafeSvg(moves);
  if (name === 'font-face') {
    refuseFontFiles(rule);
    return false;
  }
  if ((name !== 'media' && name !== 'supports') || rule.prelude?.type !== 'AtrulePrelude' || !rule.block)
    return false;
  keepDrawing(rule.block.children);
  return isPlain(rule.prelude);
}

/** A font of a reader's own device is chosen by its name as well; one inside the file cannot be checked. */
function refuseFontFiles(rule: CssNode): void {
  walk(rule, (node) => {
    if (node.type === 'Url' && !node.value.startsWith('#'))
      throw new UnsafeSvg(
        /^\s*data:/i.test(node.value) ? '里面带着字体文件，请先把文字转成曲线（路径）' : fetches,
      );
  });
}

function keepsDeclaration(property: string, value: CssNode): boolean {
  const kept = keepsProperty(property);
  if (!kept) refuseFetching(value);
  return kept && isPlain(value);
}

function keepsProperty(property: string): boolean {
  const name = property.toLowerCase();
  if (/^(?:-\w+-)?animation(?:-|$)/.test(name)) throw new UnsafeSvg(moves);
  return property.startsWith('--') || drawnProperties.has(name);
}

/** Whether a value only computes. One that would fetch is refused, because the drawing would look different without it. */
function isPlain(value: CssNode): boolean {
  refuseFetching(value);
  let plain = true;
  walk(value, (node) => {
    if (node.type === 'Raw') plain = false;
    if (node.type === 'Function' && !computingFunctions.has(node.name.toLowerCase())) plain = false;
  });
  return plain;
}

function refuseFetching(value: CssNode): void {
  walk(value, (node) => {
    if (node.type === 'Url' && !node.value.trim().startsWith('#')) throw new UnsafeSvg(fetches);
  });
  // A second reader, another tokenizer, has to agree: this one knows names in escapes and addresses in quotes.
  if (hasExternalReferences(generate(value))) throw new UnsafeSvg(fetches);
}

/** Parsers call themselves for each level. Nothing that is drawn needs more. */
const maxDepth = 30;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Brackets without a partner are read anew from their start by the parser (css-tree 3.2.1), each time again. */
function refuseDeepNesting(css: string): void {
  const open: string[] = [];
  for (const [mark] of css.matchAll(/[([{}\])]/g)) {
    const partner = closing[mark];
    if (partner !== undefined) open.push(partner);
    else if (open.pop() !== mark) throw new UnsafeSvg('里面的样式括号不配对');
    if (open.length > maxDepth) throw new UnsafeSvg('里面的样式套得太深');
  }
}
