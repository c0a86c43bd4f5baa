const link =
  /([!！]?)([[［])([^[\]［］\n]{0,200})([\]］])([(（])[ \u3000]*([^()（）\s"“”]{1,400})(?:[ \u3000]+["“”]([^"“”\n]{0,200})["“”])?[ \u3000]*([)）])/g;
const file = /^[^/\\:?]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif|pdf|docx?|xlsx?|pptx?|csv|zip)$/i;
const picture = /\.(?:jpe?g|png|gif|webp|svg|avif)$/i;
const lenticularImage =
  /[!！]【([^【】\n]{1,200})】[(（][ \u3000]*([^()（）\s"“”]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif))[ \u3000]*[)）]/gi;
const lenticularLink = /【([^【】\n]{1,80})】[(（](\/[a-z][^()（）\s]{0,200})[)）]/gi;

/**
 * Converts `[文字]（网址）`, `！［图］(a.jpg)` and `[图](a.jpg “图注”)` to Markdown. It is a link only if the round brackets
 * contain an address: `[2026]（试行）` is text.
 */
export function fullwidthLinks(text: string, report: (message: string) => void): string {
  for (const [written, words, address] of text.matchAll(lenticularLink)) {
    report(`“${written}”读者点不开。要做成链接，请写成“[${words}](${address})”。`);
  }
  // The `[` key types `【`, and “！【合影】（a.jpg）” can only be an image.
  return text
    .replace(lenticularImage, '![$1]($2)')
    .replace(link, (written: string, ...parts: (string | number)[]) => {
      const [bang, open, words, close, left, address, caption, right, at] = parts as [
        string,
        string,
        string,
        string,
        string,
        string,
        string | undefined,
        string,
        number,
      ];
      const quotes = caption !== undefined && /[“”]/.test(written.slice(written.lastIndexOf(address)));
      const isFullwidth = quotes || `${bang}${open}${close}${left}${right}` !== `${asciiBang(bang)}[]()`;
      if (!isFullwidth || !isAddress(address)) return written;
      const converted = `[${words}](${address}${caption === undefined ? '' : ` "${caption}"`})`;
      if (bang !== '！') return bang + converted;
      if (!picture.test(address)) return `！${converted}`;
      // “真好！[照片](a.jpg)” may be an exclamation and a link.
      if (/\S$/.test(text.slice(Math.max(0, at - 1), at))) {
        report(
          `“${written}”前面的感叹号是全角的，读者看到的是链接。要插入图片，请写成“!${converted}”；是感叹，请在“！”后面空一格。`,
        );
        return `！${converted}`;
      }
      return `!${converted}`;
    });
}

const asciiBang = (bang: string): string => (bang === '！' ? '' : bang);

const isAddress = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:|www\.|\.{0,2}\/[a-z]|#[^\d])/i.test(address) ||
  /^(?:[a-z\d-]+\.)+(?:cn|com|net|org|gov|edu)(?:\/|$)/i.test(address) ||
  file.test(address);
