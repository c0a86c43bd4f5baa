import { encode } from 'uqr';

export interface QrPath {
  /** Modules per side, including the quiet zone of four. */
  size: number;
  /** One path for all dark modules: `M4 4h7v1h-7z…`. Neighbours in a row are one rectangle, which halves the length. */
  path: string;
}

/** The QR code of an address, as an SVG path. Error correction level M survives a fold in the paper. */
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
