const link =
  /([!！]?)([[［])([^[\]［］\n]{0,200})([\]］])([(（])[ \u3000]*([^()（）\s"“”]{1,400})(?:[ \u3000]+["“”]([^"“”\n]{0,200})["“”])?[ \u3000]*([)）])/g;
const file = /^[^/\\:?]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif|pdf|docx?|xlsx?|pptx?|csv|zip)$/i;
const picture = /\.(?:jpe?g|png|gif|webp|svg|avif)$/i;
const keyed =
  /[!！]【([^【】\n]{1,200})】[(（][ \u3000]*([^()（）\s"“”]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif))[ \u3000]*[)）]/gi;
const inTitle = /【([^【】\n]{1,80})】[(（](\/[a-z][^()（）\s]{0,200})[)）]/gi;

/**
 * `[文字]（网址）`, `！［图］(a.jpg)` and `[图](a.jpg “图注”)` as Markdown writes them. Square brackets before round ones
 * are a link only if there is an address in the round ones: `[2026]（试行）` is text.
 */
export function fullwidthLinks(text: string, say: (message: string) => void): string {
  for (const [written, words, address] of text.matchAll(inTitle)) {
    say(`“${written}”读者点不开。要做成链接，请写成“[${words}](${address})”。`);
  }
  // The key of `[` gives `【`: “！【合影】（a.jpg）” can be nothing but a picture.
  return text.replace(keyed, '![$1]($2)').replace(link, (written: string, ...parts: (string | number)[]) => {
    const [shout, open, words, close, left, address, caption, right, at] = parts as [
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
    const typed = quotes || `${shout}${open}${close}${left}${right}` !== `${half(shout)}[]()`;
    if (!typed || !isAddress(address)) return written;
    const made = `[${words}](${address}${caption === undefined ? '' : ` "${caption}"`})`;
    if (shout !== '！') return shout + made;
    if (!picture.test(address)) return `！${made}`;
    // “真好！[照片](a.jpg)” may be a shout and a link.
    if (/\S$/.test(text.slice(Math.max(0, at - 1), at))) {
      say(
        `“${written}”前面的感叹号是全角的，读者看到的是链接。要插入图片，请写成“!${made}”；是感叹，请在“！”后面空一格。`,
      );
      return `！${made}`;
    }
    return `!${made}`;
  });
}

const half = (shout: string): string => (shout === '！' ? '' : shout);

const isAddress = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:|tel:|www\.|\.{0,2}\/[a-z]|#[^\d])/i.test(address) ||
  /^(?:[a-z\d-]+\.)+(?:cn|com|net|org|gov|edu)(?:\/|$)/i.test(address) ||
  file.test(address);
