import type { Collection } from '../../../src/model/define-collection.ts';
import type { Backup } from './local-backups.ts';
import { spokenTime } from '../../shared/beijing-time.ts';
import { serverNow } from '../server-clock.ts';
import { element } from '../frame/element.ts';

/** A bar that offers to restore or discard an unsaved backup. */
export function restoreOffer(
  collection: Collection,
  kept: Backup,
  { restore, forget }: { restore: () => void; forget: () => void },
): HTMLElement {
  const title = kept.values[collection.title];
  const called = typeof title === 'string' && title.trim() !== '' ? `《${title.trim()}》` : '内容';
  const id = `desk-offer-${kept.at}`;
  const choice = (words: string, deed: () => void): HTMLElement =>
    element(
      'button',
      {
        type: 'button',
        'aria-describedby': id,
        click: () => {
          box.remove();
          deed();
        },
      },
      words,
    );
  const box = element(
    'div',
    { class: 'desk-offer', role: 'alert' },
    element(
      'span',
      { id },
      `${spokenTime(kept.at, serverNow())} 写的${called}没有来得及保存，还留在这台电脑上。`,
    ),
    choice('恢复', restore),
    choice('不要了', forget),
  );
  return box;
}
