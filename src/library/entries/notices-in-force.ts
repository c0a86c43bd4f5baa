import type { Article } from './article.ts';

/** Notices still in force on a day, important ones first. */
export function currentNotices(notices: readonly Article<'notices'>[], day: string): Article<'notices'>[] {
  return notices
    .filter(({ data }) => !isExpired(data, day))
    .sort((a, b) => Number(b.data.important ?? false) - Number(a.data.important ?? false));
}

/** A notice is still in force on its last day. */
export const isExpired = (data: { expires?: string | undefined }, day: string): boolean =>
  data.expires !== undefined && data.expires < day;
