import path from 'node:path';

interface MediaType {
  type: string;
  /** Text shrinks; pictures and fonts have been packed already. */
  text?: true;
}

const mediaTypes: Readonly<Record<string, MediaType>> = {
  html: { type: 'text/html; charset=utf-8', text: true },
  css: { type: 'text/css; charset=utf-8', text: true },
  js: { type: 'text/javascript; charset=utf-8', text: true },
  mjs: { type: 'text/javascript; charset=utf-8', text: true },
  json: { type: 'application/json; charset=utf-8', text: true },
  webmanifest: { type: 'application/manifest+json; charset=utf-8', text: true },
  map: { type: 'application/json; charset=utf-8', text: true },
  xml: { type: 'application/xml; charset=utf-8', text: true },
  txt: { type: 'text/plain; charset=utf-8', text: true },
  md: { type: 'text/markdown; charset=utf-8', text: true },
  csv: { type: 'text/csv; charset=utf-8', text: true },
  ics: { type: 'text/calendar; charset=utf-8', text: true },
  svg: { type: 'image/svg+xml', text: true },
  wasm: { type: 'application/wasm' },
  png: { type: 'image/png' },
  jpg: { type: 'image/jpeg' },
  jpeg: { type: 'image/jpeg' },
  gif: { type: 'image/gif' },
  webp: { type: 'image/webp' },
  avif: { type: 'image/avif' },
  ico: { type: 'image/x-icon' },
  woff2: { type: 'font/woff2' },
  pdf: { type: 'application/pdf' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
};

export function mediaTypeOf(name: string): MediaType {
  const extension = path.extname(name).slice(1).toLowerCase();
  return mediaTypes[extension] ?? { type: 'application/octet-stream' };
}
