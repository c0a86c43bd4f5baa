/**
 * Valid names and types of files in an entry's folder. The desk names uploaded files with this, the server checks the
 * uploads, and the checker checks files that were added by hand.
 */

export const pictureTypes = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'svg'];
export const documentTypes = ['pdf', 'csv', 'xlsx', 'docx'];
export const keptTypes = [...pictureTypes, ...documentTypes];

/** The extension of a name in lower case, without its dot; empty if there is none. */
export const extensionOf = (name: string): string => /[^./]\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * In bytes of UTF-8. File systems allow 255, and Astro 7 adds up to 19 to the name of a picture: two hashes and another
 * extension, `.BoD9I3yK_Z1LNfbR.webp`. 60 Chinese characters fit.
 */
const longest = 200;

/**
 * The name of an entry's folder, in bytes. A git branch is named after it, which is a file as well: with a year before it,
 * and `.lock` after it while it is written.
 */
const longestFolder = 200;

/** Why the name of a folder is too long, as the second half of a sentence. */
export function longFolderFault(name: string): string | undefined {
  if (bytesOf(name) <= longestFolder) return undefined;
  return '太长了，请缩短到 60 个字以内；网址名请用小写字母、数字和短横，如 0315-lianxi-huiyi';
}

/** The pictures and attachments of one entry. Readers on old phones open them all at once. */
export const mostFilesOfEntry = 200;

/** Windows reserves these names for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** These characters have a meaning in addresses, in git or in file systems. */
const forbidden = /["*/:<>?\\|#%]/u;
/** Invisible characters and halves of characters. The space and the full-width space are allowed. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]|(?![ \u3000])\p{Zs}/u;

/** Why a name cannot be used, as the second half of a sentence. Undefined if the name is fine. */
export function fileNameFault(name: string): string | undefined {
  const mark = forbidden.exec(name)?.[0];
  if (mark !== undefined)
    return `里有“${mark}”，它在网址或电脑里另有意思，请改名，只用文字、数字、短横和下划线`;
  if (invisible.test(name)) return '里有看不见的字符，请重新打一遍文件名';
  if (/^[.\s~-]/u.test(name) || name === '') return '的开头是点、短横或空格，请改成以文字或数字开头';
  if (/[.\s]$/u.test(name) || name.includes('..')) return '的末尾或中间多了点或空格，请删去';
  if (reserved.test(name.split('.', 1)[0]!.trim())) return '是 Windows 留给设备的名字，存不了，请换一个';
  if (/\.lock$/i.test(name)) return '的末尾是 .lock，存不了，请换一个';
  return longNameFault(name);
}

/** In bytes as the file system has them: macOS takes accents and Korean apart, which makes a name up to three times as long. */
export function longNameFault(name: string): string | undefined {
  if (bytesOf(name) <= longest) return undefined;
  return `太长了，请缩短到 ${String(Math.floor(longest / 3) - 6)} 个字以内`;
}

/** The name for a chosen file: a valid one that is not yet `used` in the entry. */
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

/** For `-99999` after a name that is already used. */
const numberRoom = 6;

/** Cuts between characters, never inside one. */
function shortened(text: string, limit: number): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
