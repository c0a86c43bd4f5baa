/** Looks for metadata as a stranger would: with another library than the one that cleans, and in the plain bytes. */
import exifr from 'exifr';

/** Everything that a picture says besides its pixels, its size and its density. */
export async function metadataIn(bytes: Buffer): Promise<Record<string, unknown>> {
  const found: unknown = await exifr
    .parse(bytes, {
      mergeOutput: false,
      tiff: true,
      exif: true,
      gps: true,
      interop: true,
      ifd1: true,
      makerNote: true,
      userComment: true,
      xmp: true,
      icc: true,
      iptc: true,
      jfif: false,
      ihdr: false,
    })
    .catch(() => undefined);
  const said = Object.entries((found ?? {}) as Record<string, unknown>).filter(([part]) => part !== 'errors');
  return Object.fromEntries(said);
}
