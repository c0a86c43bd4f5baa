import { isCompressible, mediaTypes } from '../../admin/server/serving/media-types.ts';

const types = Object.entries(mediaTypes).map(([extension, whole]) => {
  const [type = '', charset] = whole.split('; ');
  return { extension, type, charset, packed: isCompressible(whole) };
});
const unique = (some: readonly string[]): string[] => [...new Set(some)].sort();
/** The same names for types as our server has, for `types`. */
export const typeLines = unique(types.map(({ type }) => type))
  .map(
    (type) =>
      `        ${type} ${types
        .filter((each) => each.type === type)
        .map((each) => each.extension)
        .join(' ')};`,
  )
  .join('\n');
/** nginx adds the charset to HTML, and compresses it, without being told. */
export const withCharset = unique(types.filter((each) => each.charset).map((each) => each.type)).filter(
  (type) => type !== 'text/html',
);
export const packed = unique(types.filter((each) => each.packed).map((each) => each.type)).filter(
  (type) => type !== 'text/html',
);
