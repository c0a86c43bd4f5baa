import { encode } from 'uqr';

export interface QrPath {
  /** Squares on one side, the quiet margin of four included. */
  size: number;
  /** One path for all dark squares: `M4 4h7v1h-7z…`. Runs in a row are one stroke, which halves its length. */
  path: string;
}

/** The QR code of an address, as an SVG path. Level M survives a fold in the paper. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rows = data.map((row, y) => {
    let line = '';
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      const length = String(x - start + 1);
      line += `M${String(start)} ${String(y)}h${length}v1h-${length}z`;
    }
    return line;
  });
  return { size, path: rows.join('') };
}
