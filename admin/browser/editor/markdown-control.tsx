import type { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { placeholderTexts } from '../../../src/model/check/placeholder-text.ts';
import { pictureTypes, addFiles } from './added-files.ts';
import type { ControlProps } from '../form/control.tsx';
import { openEntry } from './open-entry.ts';
import { useEntryProblems } from './entry-problems.ts';
import { markdownEditor } from './markdown-editor.ts';
import {
  boldText,
  callout,
  footnote,
  heading,
  insertBlock,
  link,
  list,
  numbered,
  quote,
  table,
} from './markdown-commands.ts';
import type { Command } from './markdown-commands.ts';
import { lineInEditor } from './problem-location.ts';

const tools: readonly (readonly [name: string, hint: string, command: Command])[] = [
  ['加粗', '加粗（Ctrl+B）', boldText],
  ['小标题', '把这一行变成小标题', heading],
  ['列表', '把选中的几行变成列表', list],
  ['编号', '把选中的几行编上号', numbered],
  ['引用', '把选中的几行变成引用', quote],
  ['链接', '给选中的文字加上链接', link],
  ['表格', '插入一张表格', table],
  ['脚注', '在这里加一个脚注', footnote],
  ['提示框', '插入一个提示框', callout],
];

/** The Markdown editor for the body, with a toolbar and the problems found in the text. */
export function MarkdownControl({
  id,
  label,
  className,
  value = '',
  onChange,
  onFocus,
  onBlur,
}: ControlProps<string>) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const latest = useRef({ onChange, onFocus, onBlur });
  useEffect(() => {
    latest.current = { onChange, onFocus, onBlur };
  });

  useEffect(() => {
    if (!place.current) return undefined;
    const view = markdownEditor({
      parent: place.current,
      text: value,
      label,
      id,
      onChange: (text) => {
        latest.current.onChange(text);
      },
      onFocus: () => {
        latest.current.onFocus();
      },
      onBlur: () => {
        latest.current.onBlur();
      },
      onFiles: (files) => {
        void insertPictures(view, files);
      },
    });
    editor.current = view;
    return () => {
      view.destroy();
    };
    // Created once: Decap mounts the form again for each entry.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <div className={`${className} desk-markdown`}>
      <div
        className="desk-markdown__tools"
        role="toolbar"
        aria-label="正文的工具"
        aria-controls={id}
        onKeyDown={moveFocus}
      >
        {tools.map(([name, hint, command], index) => (
          <button
            key={name}
            type="button"
            title={hint}
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => editor.current && command(editor.current)}
          >
            {name}
          </button>
        ))}
        <label className="desk-choose" title="上传一张图片，放在光标处">
          图片
          <input
            type="file"
            multiple
            aria-label="上传图片，放在光标处"
            accept={pictureTypes.map((type) => `.${type}`).join(',')}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (editor.current) void insertPictures(editor.current, files);
            }}
          />
        </label>
      </div>
      <div ref={place} className="desk-markdown__editor" />
      <BodyProblems
        label={label}
        empty={value.trim() === ''}
        onGo={(line) => {
          if (editor.current) goToLine(editor.current, line);
        }}
      />
    </div>
  );
}

/** One tab stop, and arrow keys to move between the tools: the ARIA toolbar pattern. */
function moveFocus(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  all.at((at + step) % all.length)?.focus();
  event.preventDefault();
}

async function insertPictures(view: EditorView, files: readonly File[]): Promise<void> {
  for (const src of await addFiles(files, pictureTypes)) {
    insertBlock(`![${placeholderTexts.picture}](${src})`, placeholderTexts.picture)(view);
  }
}

function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}

function BodyProblems({
  label,
  empty,
  onGo,
}: {
  label: string;
  empty: boolean;
  onGo: (line: number) => void;
}) {
  const problems = useEntryProblems();
  // The renderer labels every body 正文; the checker uses the label of the form.
  const own = problems.filter((problem) => problem.label === '正文' || problem.label === label);
  if (own.length === 0 || (empty && openEntry()?.slug === '')) return null;
  return (
    <ul className="desk-problems">
      {own.map((problem) => {
        const line = lineInEditor(problem) ?? 1;
        return (
          <li key={`${String(line)} ${problem.message}`}>
            <button
              type="button"
              onClick={() => {
                onGo(line);
              }}
            >
              第 {line} 行
            </button>
            {problem.message}
          </li>
        );
      })}
    </ul>
  );
}
