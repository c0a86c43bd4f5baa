import type { DraftToSave } from '../drafts/draft-base.ts';
import { noticePath, noticeText } from './fixture-hub.ts';

/** A notice to save. It is a new entry unless `more` has a base version. */
export const noticeDraft = (
  title: string,
  slug: string,
  body: string,
  more: Partial<DraftToSave> = {},
): DraftToSave => ({
  collection: 'notices',
  slug: `2026/${slug}/index`,
  path: noticePath(slug),
  text: noticeText(title, slug, body),
  assets: [],
  isNew: more.baseVersion === undefined,
  ...more,
});
