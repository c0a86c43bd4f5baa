// The desk's text fields on a page of their own, to test pasting without a hub.
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
