import { bytesToFetch } from '../../offline/manifest/manifest.ts';
import { download, dropParts, removePath } from './download.ts';
import { button, paragraph, replaceParts } from './parts.ts';
import { hasUpdate, stateOf } from './path-state.ts';
import type { PathState } from './path-state.ts';
import { cannotKeep, endings, notServed, stateSentences, sizeOf } from './path-words.ts';
import { canKeep, register } from './register.ts';

/** “下载本专题”: `<div class="path-download" data-path="xieshang">`. Keeps the content of the element. */
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

/** Shows what the device has of a path, with buttons to download, update or delete it. */
export async function managePath(host: HTMLElement, slug: string, onChange?: () => void): Promise<void> {
  const lines = document.createElement('div');
  const actions = document.createElement('div');
  actions.className = 'offline__actions';
  const status = paragraph('', 'offline__said');
  status.setAttribute('role', 'status');
  host.replaceChildren(lines, actions, status);

  const show = async (): Promise<void> => {
    const state = await stateOf(slug);
    lines.replaceChildren(...stateSentences(state).map((sentence) => paragraph(sentence)));
    replaceParts(actions, buttonsFor(state));
  };
  const buttonsFor = (state: PathState): HTMLElement[] => {
    const { whole, part, onSite } = state;
    const mainButton = (label: string, act: () => void): HTMLElement => button(label, act, 'main');
    const offered: HTMLElement[] = [];
    if (onSite && part > 0) offered.push(mainButton('接着下载', () => void fetchNow()));
    else if (onSite && !whole)
      offered.push(mainButton(`下载本专题（${sizeOf(onSite.bytes)}）`, () => void fetchNow()));
    else if (onSite && hasUpdate(state))
      offered.push(
        mainButton(`更新（${sizeOf(bytesToFetch(onSite, whole?.manifest))}）`, () => void fetchNow()),
      );
    if (part > 0)
      offered.push(button('删除没下完的', () => void remove(dropParts, '没下完的部分已经删除。')));
    if (whole) offered.push(button('从这台设备删除', () => void remove(removePath, '已经从这台设备删除。')));
    return offered;
  };

  const remove = async (how: (slug: string) => Promise<void>, words: string): Promise<void> => {
    await how(slug);
    await show();
    status.textContent = words;
    onChange?.();
  };
  const fetchNow = async (): Promise<void> => {
    const stop = new AbortController();
    const bar = document.createElement('progress');
    bar.className = 'offline__bar';
    bar.setAttribute('aria-label', '下载进度');
    const count = paragraph('正在准备……', 'offline__count');
    replaceParts(actions, [
      button('停止', () => {
        stop.abort();
      }),
      bar,
      count,
    ]);
    status.textContent = '开始下载。';
    // The download itself needs no worker; reading offline does.
    const registering = register();
    const ending = await download(slug, stop.signal, (done, of) => {
      bar.max = of;
      bar.value = done;
      count.textContent = `已下 ${sizeOf(done)}，共 ${sizeOf(of)}`;
    });
    // Requested once there is something to lose. Browsers decide themselves or ask the reader.
    if (ending === 'whole') void navigator.storage?.persist?.().catch(() => false);
    const isServed = ending !== 'whole' || (await registering) !== undefined;
    await show();
    status.textContent = isServed ? endings[ending] : notServed;
    onChange?.();
  };
  await show();
}
