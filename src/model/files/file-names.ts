/**
 * What a file beside a text may be called, and which kinds of files there are. The desk names what is added, the
 * server takes it, the checker looks at what was put there by hand: all three by what is written here.
 */

export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg'];
export const documentTypes = ['pdf', 'csv', 'xlsx', 'docx'];
export const keptTypes = [...pictureTypes, ...documentTypes];

/** The last part of a name in small letters, without its dot; empty where there is none. */
export const extensionOf = (name: string): string => /[^./]\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * In bytes of UTF-8: file systems end at 255, and the build puts a hash and another ending behind the name of a
 * picture. 60 Chinese characters fit.
 */
const longest = 200;

/** Names that Windows keeps for its devices, with any ending: a copy of the content could not be opened there. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Meant as something else in addresses, in git or on some disk: separators, wildcards, marks of a query or a place. */
const refused = /["*/:<>?\\|#%]/u;
/** Nobody sees them, or their letters are cut in half. The blank and the wide blank of Chinese are no such. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]|(?![ \u3000])\p{Zs}/u;

/** What keeps a name from being used, as the second half of a sentence about it; undefined for a name that is fine. */
export function fileNameFault(name: string): string | undefined {
  const mark = refused.exec(name)?.[0];
  if (mark !== undefined)
    return `里有“${mark}”，它在网址或电脑里另有意思，请改名，只用文字、数字、短横和下划线`;
  if (unseen.test(name)) return '里有看不见的字符，请重新打一遍文件名';
  if (/^[.\s~-]/u.test(name) || name === '') return '的开头是点、短横或空格，请改成以文字或数字开头';
  if (/[.\s]$/u.test(name) || name.includes('..')) return '的末尾或中间多了点或空格，请删去';
  if (reserved.test(name.split('.', 1)[0]!.trim())) return '是 Windows 留给设备的名字，存不了，请换一个';
  if (/\.lock$/i.test(name)) return '的末尾是 .lock，存不了，请换一个';
  if (bytesOf(name) > longest) return `太长了，请缩短到 ${String(Math.floor(longest / 3) - 6)} 个字以内`;
  return undefined;
}

/** The name a chosen file gets: one that is fine by the rule above, and not yet `used` in this entry. */
export function keptFileName(wanted: string, used: (name: string) => boolean): string {
  const extension = [...extensionOf(wanted)].filter((letter) => /[a-z0-9]/.test(letter)).join('');
  const ending = extension === '' ? '' : `.${extension}`;
  const dot = extensionOf(wanted) === '' ? wanted.length : wanted.lastIndexOf('.');
  const stem = wanted
    .slice(0, dot)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_（）【】〔〕《》“”、，·-]+/gu, '-')
    .replaceAll(/-{2,}/g, '-');
  const cut = shortened(stem, longest - bytesOf(ending) - numberRoom).replaceAll(/^[-\p{M}]+|-+$/gu, '');
  const base = cut === '' ? 'file' : reserved.test(cut) ? `${cut}-1` : cut;
  for (let count = 1; ; count++) {
    const name = `${base}${count === 1 ? '' : `-${String(count)}`}${ending}`;
    if (!used(name)) return name;
  }
}

/** `-99999` behind a name that is taken. */
const numberRoom = 6;

/** Whole characters only: half of a rare one would be no letter. */
function shortened(text: string, most: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
