import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { request } from '../backend/server-request.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { serverNow } from '../server-clock.ts';
import { element } from './element.ts';

interface TrashItem {
  id: string;
  kind: 'entry' | 'draft';
  collection: string;
  slug: string;
  folder: string;
  title: string;
  by: string | { name: string };
  at: string;
}

/** Deleted entries and drafts, newest first, each with a restore button. */
export async function showTrash(onRestored: () => void): Promise<void> {
  document.querySelector('dialog.desk-dialog')?.remove();
  const list = element('ul', { class: 'desk-trash' });
  const status = element('p', { role: 'status' }, '正在读取……');
  const dialog = element(
    'dialog',
    { class: 'desk-dialog desk-dialog--wide', 'aria-labelledby': 'desk-trash-title' },
    element('h2', { id: 'desk-trash-title' }, '回收站'),
    status,
    list,
    element(
      'div',
      { class: 'desk-dialog__actions' },
      element(
        'button',
        {
          type: 'button',
          click: () => {
            dialog.close();
          },
        },
        '关闭',
      ),
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();

  const reload = async (): Promise<void> => {
    const { items } = await request<{ items: TrashItem[] }>('/admin/api/trash');
    list.replaceChildren(...items.map(row));
    if (status.textContent !== '正在读取……') return;
    if (items.length === 0) status.textContent = '回收站是空的。删除的内容会放在这里。';
    else status.textContent = `共 ${String(items.length)} 篇，可以恢复到原来的地方。`;
  };

  const row = (item: TrashItem): HTMLElement => {
    const { id, kind, collection, title, folder, at, by } = item;
    const label = isCollectionName(collection) ? collectionOf(collection).label : collection;
    const button = element('button', { type: 'button', 'aria-label': `恢复《${title || folder}》` }, '恢复');
    button.addEventListener('click', () => {
      button.disabled = true;
      request<{ kind: TrashItem['kind']; notice?: string }>('/admin/api/trash/restore', { id })
        .then(async ({ kind: restoredAs, notice = '' }) => {
          status.textContent = `《${title || folder}》已恢复${restoredAs === 'entry' ? '，网站正在更新。' : '为草稿。'}${notice}`;
          onRestored();
          await reload();
        })
        .catch((error: unknown) => {
          status.textContent = String(error);
          button.disabled = false;
        });
    });
    const who = typeof by === 'string' ? by : by.name;
    return element(
      'li',
      {},
      element(
        'span',
        {},
        element('strong', {}, title || folder),
        element(
          'small',
          {},
          `${label}${kind === 'draft' ? '的草稿' : ''}，${who} ${displayTime(at, serverNow())}删除`,
        ),
      ),
      button,
    );
  };

  await reload().catch((error: unknown) => {
    status.textContent = String(error);
  });
}
