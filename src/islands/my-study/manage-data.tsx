import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { eraseDownloads } from '../offline/erase.ts';
import { describeDownloads } from '../offline/describe-downloads.ts';
import { amounts } from '../study/amounts.ts';
import { dayOf } from '../study/days.ts';
import { eraseStudy, readNotes, readStudy } from '../study/store.ts';
import type * as Transfer from '../study/transfer.ts';

/** Exports, imports and erases everything on this device. */
export function ManageData({ onChange }: { onChange: () => void }) {
  const [status, setStatus] = useState('');
  /** What would be erased, while the reader is asked to confirm. */
  const [asked, setAsked] = useState<string>();
  const erase = useRef<HTMLButtonElement>(null);
  const confirmation = useRef<HTMLDivElement>(null);

  async function exportAll(): Promise<void> {
    const files = await transfer();
    if (!files) return;
    const day = dayOf(new Date());
    const { saveAsFile } = await import('../study/save-as-file.ts');
    saveAsFile(files.fileName(day), files.exported(day), 'application/json');
    setStatus(`已导出成文件 ${files.fileName(day)}，在浏览器的下载里。`);
  }

  async function importFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const files = file && (await transfer());
    if (!files) return;
    const { ok, message } = files.importText(await file.text());
    // So that the same file can be chosen again after it was corrected.
    input.value = '';
    setStatus(message);
    if (ok) onChange();
  }

  /** Loaded when it is first used. */
  async function transfer(): Promise<typeof Transfer | undefined> {
    try {
      return await import('../study/transfer.ts');
    } catch {
      setStatus('这一步要的程序没有取到，多半是没有网，请连上网再试。');
      return undefined;
    }
  }

  async function ask(): Promise<void> {
    const stored = [amounts(readStudy(), readNotes()), await describeDownloads()].filter(Boolean).join('、');
    if (stored === '') {
      setStatus('这台设备上没有学习记录，也没有存下的网页，不用清空。');
      return;
    }
    flushSync(() => {
      setStatus('');
      setAsked(stored);
    });
    confirmation.current?.focus();
  }

  async function answer(isSure: boolean): Promise<void> {
    const stored = asked ?? '';
    flushSync(() => {
      setAsked(undefined);
      setStatus(isSure ? '正在清空……' : '没有清空，都还在。');
    });
    erase.current?.focus();
    if (!isSure) return;
    eraseStudy();
    const isGone = await eraseDownloads().then(
      () => true,
      () => false,
    );
    onChange();
    setStatus(
      isGone
        ? `已清空：${stored}。这台设备上不再有学习记录和存下的网页。`
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
          ref={confirmation}
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
        {status}
      </p>
    </section>
  );
}
