import { bytesToFetch } from '../../offline/manifest/manifest.ts';
import { download, dropParts, removePath } from './download.ts';
import { button, paragraph, replaceParts } from './parts.ts';
import { isNewer, stateOf } from './path-state.ts';
import type { PathState } from './path-state.ts';
import { cannotKeep, endings, notServed, sentencesOf, sizeOf } from './path-words.ts';
import { canKeep, register } from './register.ts';

/** “下载本专题”: `<div class="path-download" data-path="xieshang">`. What stands in it stays. */
export async function mountPathDownload(host: HTMLElement): Promise<void> {
  const slug = host.dataset['path'] ?? '';
  const shown = document.createElement('div');
  shown.className = 'offline';
  host.append(shown);
  if (!canKeep()) {
    shown.append(paragraph(cannotKeep));
    return;
  }
  await managePath(shown, slug);
}

/** Says what the device has of a path, and offers what can be done about it. */
export async function managePath(host: HTMLElement, slug: string, onChange?: () => void): Promise<void> {
  const lines = document.createElement('div');
  const deeds = document.createElement('div');
  deeds.className = 'offline__deeds';
  const said = paragraph('', 'offline__said');
  said.setAttribute('role', 'status');
  host.replaceChildren(lines, deeds, said);

  const show = async (): Promise<void> => {
    const state = await stateOf(slug);
    lines.replaceChildren(...sentencesOf(state).map((sentence) => paragraph(sentence)));
    replaceParts(deeds, deedsFor(state));
  };
  const deedsFor = (state: PathState): HTMLElement[] => {
    const { whole, part, onSite } = state;
    const deed = (label: string, act: () => void): HTMLElement => button(label, act, 'main');
    const offered: HTMLElement[] = [];
    if (onSite && part > 0) offered.push(deed('接着下载', () => void fetchNow()));
    else if (onSite && !whole)
      offered.push(deed(`下载本专题（${sizeOf(onSite.bytes)}）`, () => void fetchNow()));
    else if (onSite && isNewer(state))
      offered.push(deed(`更新（${sizeOf(bytesToFetch(onSite, whole?.manifest))}）`, () => void fetchNow()));
    if (part > 0)
      offered.push(button('删除没下完的', () => void remove(dropParts, '没下完的部分已经删除。')));
    if (whole) offered.push(button('从这台设备删除', () => void remove(removePath, '已经从这台设备删除。')));
    return offered;
  };

  const remove = async (how: (slug: string) => Promise<void>, words: string): Promise<void> => {
    await how(slug);
    await show();
    said.textContent = words;
    onChange?.();
  };
  const fetchNow = async (): Promise<void> => {
    const stop = new AbortController();
    const bar = document.createElement('progress');
    bar.className = 'offline__bar';
    bar.setAttribute('aria-label', '下载进度');
    const count = paragraph('正在准备……', 'offline__count');
    replaceParts(deeds, [
      button('停止', () => {
        stop.abort();
      }),
      bar,
      count,
    ]);
    said.textContent = '开始下载。';
    // The download needs no worker yet, only the reader without network does.
    const registering = register();
    const ending = await download(slug, stop.signal, (done, of) => {
      bar.max = of;
      bar.value = done;
      count.textContent = `已下 ${sizeOf(done)}，共 ${sizeOf(of)}`;
    });
    // Asked once there is something to lose; browsers answer by themselves or ask the reader.
    if (ending === 'whole') void navigator.storage?.persist?.().catch(() => false);
    const isServed = ending !== 'whole' || (await registering) !== undefined;
    await show();
    said.textContent = isServed ? endings[ending] : notServed;
    onChange?.();
  };
  await show();
}
