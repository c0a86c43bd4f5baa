import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';
import { getMimeType, mimes } from 'hono/utils/mime';

/** What Hono's table lacks, or says less of than a browser needs. */
const ours: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  // Opened by themselves, they are shown in the browser's own encoding unless the header names one.
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  // A drawing names its encoding itself; one from an old program may be in GBK, and the header would overrule it.
  svg: 'image/svg+xml',
};

const all: Record<string, string> = { ...mimes, ...ours };

export const mediaTypeOf = (name: string): string => getMimeType(name, all) ?? 'application/octet-stream';

/** Text shrinks when it is packed; pictures, fonts and office files have been packed already. */
export const isCompressible = (type: string): boolean => COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type);
