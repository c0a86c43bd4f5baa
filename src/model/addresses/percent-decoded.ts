/** A percent-encoded part of an address in plain characters; as it stands where it never was one: 完成率80%. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
