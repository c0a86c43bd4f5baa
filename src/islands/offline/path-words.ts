import { bytesToFetch } from '../../offline/manifest/manifest.ts';
import type { Manifest } from '../../offline/manifest/manifest.ts';
import { spokenMoment } from '../../offline/page-note.ts';
import { fileSize } from '../../site/file-size.ts';
import type { Ending } from './download.ts';
import { hasUpdate } from './path-state.ts';
import type { PathState } from './path-state.ts';

/** `26 个网页（含长辈版）、6 幅图片，连同样式和程序，共 1.4 MB` */
export function contentsOf({ items, bytes }: Manifest): string {
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
  const parts = [`${String(count('page'))} 个网页（普通版和长辈版）`];
  if (count('picture') > 0) parts.push(`${String(count('picture'))} 幅图片`);
  if (count('file') > 0) parts.push(`${String(count('file'))} 个附件`);
  return `${parts.join('、')}，连同样式和程序，共 ${sizeOf(bytes)}`;
}

/** Number and unit stay on one line. */
export const sizeOf = (bytes: number): string => fileSize(bytes).replace(' ', '\u00a0');

/** The state of the download, in sentences. */
export function stateSentences(state: PathState): string[] {
  const { whole, part, onSite, isGone } = state;
  const sentences: string[] = [];
  if (whole)
    sentences.push(
      `已存在这台设备上：${contentsOf(whole.manifest)}，${spokenMoment(whole.kept)}存的。断网也能看、能做题、能在里面找。`,
    );
  if (whole && onSite && hasUpdate(state))
    sentences.push(
      `有新版本。更新要下载 ${sizeOf(bytesToFetch(onSite, whole.manifest))}；不更新，旧的一份照样完整能用。`,
    );
  if (!whole && onSite) sentences.push(`下载的是 ${contentsOf(onSite)}。`);
  if (part > 0 && onSite) sentences.push(`上次没有下完，已经下了 ${sizeOf(part)}，可以接着下。`);
  if (whole && isGone) sentences.push('网站现在不提供这个专题了，这台设备上的一份还能看。');
  if (!whole && isGone) sentences.push('网站现在不提供这个专题的下载。');
  else if (!whole && !onSite) sentences.push('现在没有连上网站，这个专题还没有下载。');
  const left = (onSite ?? whole?.manifest)?.left ?? [];
  if (left.length > 0)
    sentences.push(
      `有 ${String(left.length)} 个附件太大（共 ${sizeOf(left.reduce((sum, { bytes }) => sum + bytes, 0))}），不在里面，要联网才能打开。`,
    );
  return sentences;
}

/** How a download ended, in a sentence. */
export const endings: Readonly<Record<Ending, string>> = {
  whole: '下载好了。断网也能打开。',
  cancelled: '已经停下。下过的部分留着，可以接着下，也可以删除。',
  cut: '网络断了，没有下完。下过的部分留着，连上网再接着下；原来存的不受影响。',
  full: '这台设备给浏览器的空间不够，没有存下。请先删掉别的下载或清理手机空间；原来存的不受影响。',
  mixed: '网站正在更新，下载的内容对不上，没有存。请过几分钟再试；原来存的不受影响。',
  absent: '网站上没有可以下载的内容。',
};

export const notServed =
  '内容已经存下，但浏览器没有让断网阅读启动，断网时还打不开。请重新打开这一页看看；还不行，换一个浏览器。';

export const cannotKeep =
  '现在用的浏览器不能存下整个专题：网址要以 https 开头，也不能是无痕窗口。可以改用上面的打印本或单文件版。';
