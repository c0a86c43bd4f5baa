import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { normalised } from '../../../src/model/text/characters.ts';
import { boldText } from './markdown-commands.ts';

interface MarkdownEditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  id: string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  /** Called with pasted or dropped files. */
  onFiles: (files: File[]) => void;
}

/** CodeMirror with the Markdown source: it changes only what the editor types. */
export function markdownEditor(options: MarkdownEditorOptions): EditorView {
  const { parent, text } = options;
  // Windows line breaks survive: only changed values are written (form-values.ts).
  return new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: extensions(options) }),
  });
}

function extensions({ label, id, onChange, onFocus, onBlur, onFiles }: MarkdownEditorOptions): Extension[] {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    markdown({ base: markdownLanguage, completeHTMLTags: false }),
    syntaxHighlighting(defaultHighlightStyle),
    placeholder('在这里写正文……'),
    keymap.of([
      { key: 'Mod-b', run: boldText, preventDefault: true },
      ...defaultKeymap,
      ...historyKeymap,
      // Escape, then Tab, leaves the editor (built into CodeMirror).
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      id,
      'aria-label': `${label}（Markdown）。按 Esc 再按 Tab 离开`,
      spellcheck: 'false',
      lang: 'zh-CN',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
      if (update.focusChanged) (update.view.hasFocus ? onFocus : onBlur)();
    }),
    EditorView.clipboardInputFilter.of((pasted) => normalised(pasted, '\n')),
    EditorView.domEventHandlers({
      paste: (event) => takeFiles(event.clipboardData, onFiles),
      drop: (event) => {
        const taken = takeFiles(event.dataTransfer, onFiles);
        if (taken) event.preventDefault();
        return taken;
      },
    }),
  ];
}

/** Handles files only if there is no text: Word adds a picture to copied text. */
function takeFiles(data: DataTransfer | null, onFiles: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0 || data?.getData('text/plain')) return false;
  onFiles(files);
  return true;
}
