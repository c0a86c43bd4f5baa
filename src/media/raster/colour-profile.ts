/**
 * Whether a colour profile only says sRGB, which is what a picture without a profile means. Judged by the colours of the
 * profile, not by its name, which may say anything.
 */
export function isSrgb(profile: Buffer): boolean {
  if (profile.length < 132 || profile.toString('latin1', 16, 20) !== 'RGB ') return false;
  const tags = tagsOf(profile);
  if (!['rTRC', 'gTRC', 'bTRC'].every((tag) => isSrgbCurve(profile, tags.get(tag)))) return false;
  return Object.entries(primaries).every(([tag, expected]) => {
    const at = tags.get(tag);
    if (at === undefined || at + 20 > profile.length) return false;
    return expected.every(
      (value, index) => Math.abs(profile.readInt32BE(at + 8 + 4 * index) / 65_536 - value) < 0.003,
    );
  });
}

/** Red, green and blue of sRGB as profiles store them, relative to D50 (IEC 61966-2-1, adapted with Bradford). */
const primaries = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
} as const;

function tagsOf(profile: Buffer): Map<string, number> {
  const count = Math.min(profile.readUInt32BE(128), 100);
  const tags = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const at = 132 + 12 * index;
    if (at + 12 > profile.length) break;
    tags.set(profile.toString('latin1', at, at + 4), profile.readUInt32BE(at + 4));
  }
  return tags;
}

/** Whether a middle tone is as bright as in sRGB. The curve is a table, one exponent, or a formula with an exponent. */
function isSrgbCurve(profile: Buffer, at: number | undefined): boolean {
  if (at === undefined || at + 16 > profile.length) return false;
  const type = profile.toString('latin1', at, at + 4);
  if (type === 'para') return Math.abs(profile.readInt32BE(at + 12) / 65_536 - 2.3) <= 0.11;
  const count = profile.readUInt32BE(at + 8);
  if (type !== 'curv' || count === 0 || at + 12 + 2 * count > profile.length) return false;
  if (count === 1) return Math.abs(profile.readUInt16BE(at + 12) / 256 - 2.2) < 0.05;
  const middle = profile.readUInt16BE(at + 12 + 2 * Math.floor(count / 2)) / 65_535;
  return Math.abs(middle - 0.215) < 0.02;
}
