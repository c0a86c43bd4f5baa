import type { Collection } from '../../../src/model/define-collection.ts';
import type { Backup } from './local-backups.ts';
import { displayTime } from '../../shared/beijing-time.ts';
import { serverNow } from '../server-clock.ts';
import { element } from '../frame/element.ts';

/** A bar that offers to restore or discard an unsaved backup. */
export function restoreOffer(
  collection: Collection,
  backup: Backup,
  { restore, discard }: { restore: () => void; discard: () => void },
): HTMLElement {
  const title = backup.values[collection.title];
  const what = typeof title === 'string' && title.trim() !== '' ? `《${title.trim()}》` : '内容';
  const id = `desk-offer-${backup.at}`;
  const button = (label: string, onClick: () => void): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        'aria-describedby': id,
        click: () => {
          box.remove();
          onClick();
        },
      },
      label,
    );
  const box = element(
    'div',
    { class: 'desk-offer', role: 'alert' },
    element(
      'span',
      { id },
      `${displayTime(backup.at, serverNow())} 写的${what}没有来得及保存，还留在这台电脑上。`,
    ),
    button('恢复', restore),
    button('不要了', discard),
  );
  return box;
}
