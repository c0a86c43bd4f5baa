import type { AST } from '@eslint-community/regexpp';

export function childrenOf(node: AST.Node): readonly AST.Node[] {
  if ('alternatives' in node && node.type !== 'ClassStringDisjunction')
    return node.alternatives as AST.Node[];
  if ('elements' in node && node.type === 'Alternative') return node.elements;
  return node.type === 'Quantifier' ? [node.element] : [];
}

/** An upper bound of the steps from one position; infinite with a loop that has no end. */
export function mostSteps(node: AST.Node): number {
  if (node.type === 'Backreference') return Infinity;
  const inside = childrenOf(node).map(mostSteps);
  if (node.type === 'Quantifier') return (inside[0] ?? 1) ** Math.min(node.max, 8) * Math.max(1, node.max);
  if (node.type === 'Alternative')
    return inside.reduce((product, each) => product * Math.max(1, each), 1) + inside.length;
  return inside.length === 0 ? 1 : inside.reduce((sum, each) => sum + each, 0);
}
