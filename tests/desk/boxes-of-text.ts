// The desk's boxes of text on a page of their own, for pasting into them without a hub.
import { markdownEditor } from '../../admin/browser/editor/markdown-editor.ts';
import { cleanPastedText } from '../../admin/browser/form/pasted-characters.ts';

const nothing = (): void => undefined;

cleanPastedText();
markdownEditor({
  parent: document.body,
  text: '',
  label: '正文',
  id: 'body',
  onChange: nothing,
  onFocus: nothing,
  onBlur: nothing,
  onFiles: nothing,
});
