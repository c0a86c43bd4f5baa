import { setField } from './open-entry.ts';
import { showDialog } from '../frame/dialogs.ts';
import { element } from '../frame/element.ts';
import type { TakenSlug } from '../../shared/refusal.ts';

/** Another entry has this slug. The dialog offers a free one. */
export function showSlugTaken(sentence: string, { title, collection, slug, free }: TakenSlug): void {
  const look = element(
    'a',
    { href: `/admin/#/collections/${collection}/entries/${slug}`, target: '_blank', rel: 'noopener' },
    `在新窗口看《${title}》`,
  );
  const change = element('button', { type: 'button' }, `改用“${free}”`);
  change.addEventListener('click', () => {
    setField('slug', free);
    change.closest('dialog')?.close();
  });
  showDialog({
    title: '这个网址名已经有人用了',
    sentence: `${sentence}您写的内容还在页面上。`,
    actions: [look, change],
  });
}
