import { invalidRequest } from './invalid-request.ts';
import { assertModestJson } from './json-size.ts';

/** The value of a JSON text of reasonable size. */
export function jsonIn(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  assertModestJson(text);
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest([{ where: 'body', what: 'is no JSON' }]);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // Other decoders put a replacement character, which would be saved as part of the text.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidRequest([{ where: 'body', what: 'is not UTF-8' }]);
  }
}
