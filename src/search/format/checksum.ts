/**
 * A checksum of 14 hexadecimal digits, the same in the build and in the browser. It does not protect against attacks
 * (`crypto.subtle` is missing where a site is served without https), but it detects truncated files, error pages and
 * files of another release. After cyrb53 by bryc (public domain), which mixes two streams of 32 bits.
 */
export function checksumOf(bytes: Uint8Array): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
