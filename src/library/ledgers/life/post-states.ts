import type { Row } from '../row.ts';

export const postStates = { open: '正在招', filled: '已招满', expired: '已截止' } as const;
export type PostState = keyof typeof postStates;

/** Rule: open up to and including its last day; filled from the day it was filled; expired after the last day. */
export function postState({ data }: Row<'posts'>, today: string): PostState {
  if (data.expires < today) return 'expired';
  return data.filled !== undefined && data.filled <= today ? 'filled' : 'open';
}

/** Rule: open posts, nearest last day first; the rest is the archive, newest first. */
export function postsByState<P extends Row<'posts'>>(
  posts: readonly P[],
  today: string,
): { open: P[]; archive: P[] } {
  const isOpen = (post: P): boolean => postState(post, today) === 'open';
  return {
    open: posts.filter(isOpen).sort((a, b) => a.data.expires.localeCompare(b.data.expires)),
    archive: posts
      .filter((post) => !isOpen(post))
      .sort((a, b) => b.data.expires.localeCompare(a.data.expires)),
  };
}
