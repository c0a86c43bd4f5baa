import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFailure } from '../start-failure.ts';

/** Where published content is pushed. Name and password are apart, so that no command line and no message has them. */
export interface MirrorTarget {
  url: string;
  user: string;
  password: string;
}

const wrong = (english: string, chinese: string): StartFailure =>
  new StartFailure(`MIRROR_URL ${english}`, `MIRROR_URL ${chinese}`);

/**
 * Reads the address of the mirror. Only addresses that cannot be taken for an option or a command by git or ssh: git
 * itself also knows `ext::`, which runs programs.
 */
export function readMirrorUrl(text: string | undefined, data: string): MirrorTarget | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !['https:', 'ssh:', 'file:'].includes(url.protocol)) {
    throw wrong(
      'has to begin with https://, ssh:// or file:///, such as ssh://git@example.cn/hub.git.',
      '要以 https://、ssh:// 或 file:/// 开头，例如 ssh://git@example.cn/hub.git。',
    );
  }
  const [user, password] = [url.username, url.password].map((part) => decodeURIComponent(part)) as [
    string,
    string,
  ];
  const parts = [url.hostname, user, url.pathname.slice(1)];
  const isFile = url.protocol === 'file:';
  if (
    parts.some((part) => part.startsWith('-')) ||
    /[\s\p{Cc}\\]/u.test(`${text.trim()}${user}${password}${decodeURIComponent(url.pathname)}`) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.pathname.length < 2 ||
    (url.hostname === '') !== isFile
  ) {
    throw wrong('is not the address of a git repository.', '不是一个 git 仓库的地址，请核对。');
  }
  if (isFile) {
    const place = fileURLToPath(url);
    if (`${place}/`.startsWith(`${path.resolve(data)}/`))
      throw wrong('is inside the data folder.', '在数据文件夹里面，会和它一起丢失，请换一个地方。');
  }
  // ssh asks for the user in the address; a password is of no use to it.
  if (url.protocol === 'ssh:') url.password = '';
  else url.username = url.password = '';
  return { url: url.href, user, password };
}

/** The address for logs and messages. */
export const shownMirror = ({ url }: MirrorTarget): string => url;
