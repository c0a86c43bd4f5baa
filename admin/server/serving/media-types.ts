import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType, mimes } from 'hono/utils/mime';

/** Additions and corrections to Hono's table. */
const ours: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  // Without a charset, browsers may display these files in another encoding.
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  // No charset: an SVG declares its encoding, which may be GBK, and the header would override it.
  svg: 'image/svg+xml',
};

// Without the names that every object has: `a.constructor` is a file name, too.
const all = Object.assign(Object.create(null) as Record<string, string>, mimes, ours);

/** By the extension. */
export const mediaTypes: Readonly<Record<string, string>> = all;

export const mediaTypeOf = (name: string): string => getMimeType(name, all) ?? 'application/octet-stream';

/** Pictures, fonts and office files are already compressed. */
export const isCompressible = (type: string): boolean => COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type);
