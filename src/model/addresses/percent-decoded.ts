/** Decodes a part of an address. A text that is not percent-encoded stays as it is: 完成率80%. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
