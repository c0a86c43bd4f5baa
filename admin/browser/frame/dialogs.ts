import type { Problem } from '../../../src/model/problems.ts';
import { element } from './element.ts';
import { bodyLocation, otherEntry } from '../editor/problem-location.ts';
import { copyText } from './without-https.ts';

interface DialogContent {
  title: string;
  sentence: string;
  problems?: readonly Problem[];
  /** Shown before the close button. */
  actions?: HTMLElement[];
}

/** A modal dialog, for messages that are too long or too important for a toast. */
export function showDialog({ title, sentence, problems = [], actions = [] }: DialogContent): void {
  document.querySelector('dialog.desk-dialog')?.remove();
  const dialog = element(
    'dialog',
    { class: 'desk-dialog', 'aria-labelledby': 'desk-dialog-title' },
    element('h2', { id: 'desk-dialog-title' }, title),
    element('p', {}, sentence),
    problems.length > 0 ? problemList(problems) : undefined,
    element(
      'div',
      { class: 'desk-dialog__actions' },
      ...actions,
      element(
        'button',
        {
          type: 'button',
          click: () => {
            dialog.close();
          },
        },
        '知道了',
      ),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function problemList(problems: readonly Problem[]): HTMLElement {
  const items = problems.map((problem) => {
    const other = otherEntry(problem);
    return element(
      'li',
      {},
      bodyLocation(problem),
      problem.message,
      other &&
        element(
          'small',
          {},
          '在',
          element('a', { href: other.address, target: '_blank', rel: 'noopener' }, other.name),
          '里，可以在新窗口打开来改。',
        ),
    );
  });
  return element('ol', { class: 'desk-dialog__problems', tabindex: '0' }, ...items);
}

const signIn = (): HTMLElement =>
  element('a', { href: '/admin/sign-in', target: '_blank', rel: 'noopener' }, '在新窗口登录');

/** The session has expired. The unsaved text stays in the page. */
export function showSignInAgain(sentence: string): void {
  showDialog({
    title: '需要重新登录',
    sentence: `${sentence}登录好以后回到这一页，再按一次“保存”。`,
    actions: [signIn()],
  });
}

/** Somebody else has signed in in another tab. */
export function showOtherPerson(sentence: string): void {
  showDialog({ title: '现在登录的是另一个人', sentence, actions: [signIn()] });
}

/** Someone else saved first. The editor can copy the typed text and open the other version. */
export function showConflict(sentence: string, typed: string): void {
  const copy = element('button', { type: 'button' }, '复制我写的文字');
  copy.addEventListener('click', () => {
    void copyText(typed).then(() => {
      copy.textContent = '已复制';
    });
  });
  const look = element(
    'a',
    { href: location.href, target: '_blank', rel: 'noopener' },
    '在新窗口看对方的版本',
  );
  showDialog({ title: '别人刚刚也改了这一篇', sentence, actions: [copy, look] });
}
