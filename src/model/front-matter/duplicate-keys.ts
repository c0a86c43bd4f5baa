import { YAMLParseError, isNode, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';

/**
 * The errors of a document, with one for each key that its map has already. The parser's own check compares every key
 * of a map with all keys before it.
 */
export function withDuplicateKeys(document: Document): YAMLParseError[] {
  const found: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        const [start = 0] = (isNode(key) ? key.range : undefined) ?? [];
        if (seen.has(value))
          found.push(new YAMLParseError([start, start + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
        seen.add(value);
      }
    },
  });
  return found.length === 0
    ? document.errors
    : [...document.errors, ...found].sort((a, b) => a.pos[0] - b.pos[0]);
}
