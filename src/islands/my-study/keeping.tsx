import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { eraseDownloads } from '../offline/erase.ts';
import { downloadsHeld } from '../offline/held.ts';
import { amounts } from '../study/amounts.ts';
import { dayOf } from '../study/days.ts';
import { eraseAll, readNotes, readStudy } from '../study/store.ts';
import type * as Transfer from '../study/transfer.ts';

/** Out as a file, in from a file, and away. */
export function Keeping({ onChange }: { onChange: () => void }) {
  const [said, setSaid] = useState('');
  /** What would go, while the reader is asked. */
  const [asked, setAsked] = useState<string>();
  const erase = useRef<HTMLButtonElement>(null);
  const sure = useRef<HTMLDivElement>(null);

  async function exportAll(): Promise<void> {
    const files = await transfer();
    if (!files) return;
    const day = dayOf(new Date());
    const { saveAsFile } = await import('../study/save-as-file.ts');
    saveAsFile(files.fileName(day), files.exported(day), 'application/json');
    setSaid(`已导出成文件 ${files.fileName(day)}，在浏览器的下载里。`);
  }

  async function importFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const files = file && (await transfer());
    if (!files) return;
    const { ok, message } = files.importText(await file.text());
    // The same file can be chosen again after it was mended.
    input.value = '';
    setSaid(message);
    if (ok) onChange();
  }

  /** Fetched when it is wanted. */
  async function transfer(): Promise<typeof Transfer | undefined> {
    try {
      return await import('../study/transfer.ts');
    } catch {
      setSaid('这一步要的程序没有取到，多半是没有网，请连上网再试。');
      return undefined;
    }
  }

  async function ask(): Promise<void> {
    const held = [amounts(readStudy(), readNotes()), await downloadsHeld()].filter(Boolean).join('、');
    if (held === '') {
      setSaid('这台设备上没有学习记录，也没有存下的网页，不用清空。');
      return;
    }
    flushSync(() => {
      setSaid('');
      setAsked(held);
    });
    sure.current?.focus();
  }

  async function answer(isSure: boolean): Promise<void> {
    const held = asked ?? '';
    flushSync(() => {
      setAsked(undefined);
      setSaid(isSure ? '正在清空……' : '没有清空，都还在。');
    });
    erase.current?.focus();
    if (!isSure) return;
    eraseAll();
    const isGone = await eraseDownloads().then(
      () => true,
      () => false,
    );
    onChange();
    setSaid(
      isGone
        ? `已清空：${held}。这台设备上不再有学习记录和存下的网页。`
        : '学习记录清空了，存下的网页没有清掉，请再按一次“清空”。',
    );
  }

  return (
    <section className="group">
      <h2 className="group__title">带走和清空</h2>
      <p className="study-keep">
        <button className="button" type="button" onClick={() => void exportAll()}>
          导出成文件
        </button>
        <button className="button button--quiet" type="button" ref={erase} onClick={() => void ask()}>
          清空
        </button>
      </p>
      {asked !== undefined && (
        <div
          className="state-note state-note--caution"
          role="group"
          aria-labelledby="erase-question"
          tabIndex={-1}
          ref={sure}
        >
          <p id="erase-question">
            <strong>要清空这台设备上的{asked}吗？</strong>清空以后找不回来；想留着，先导出成文件。
          </p>
          <p className="study-keep">
            <button
              className="button"
              type="button"
              onClick={() => {
                void answer(true);
              }}
            >
              确定清空
            </button>
            <button
              className="button button--quiet"
              type="button"
              onClick={() => {
                void answer(false);
              }}
            >
              不清空
            </button>
          </p>
        </div>
      )}
      <p className="study-keep">
        <label className="study-file">
          从文件导入
          <input
            className="study-file__input"
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => void importFile(target)}
          />
        </label>
      </p>
      <p className="study-said" role="status">
        {said}
      </p>
    </section>
  );
}
