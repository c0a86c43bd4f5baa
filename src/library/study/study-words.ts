import { chineseDay } from '../../site/dates.ts';
import { isA } from '../entries/article.ts';
import type { Article } from '../entries/article.ts';
import { choiceLabel } from '../entries/labels.ts';

/** What a step of a path can lead to. */
export type StepArticle = Article<'materials' | 'quizzes' | 'events' | 'projects'>;

/** `约 40 分钟`, `约 2 小时 30 分钟`. */
export function aboutMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && `${String(hours)} 小时`, (rest > 0 || hours === 0) && `${String(rest)} 分钟`];
  return `约 ${parts.filter(Boolean).join(' ')}`;
}

/** A fact to show next to a step's title: 党课, 12 道题, the day of an event. */
export function stepKind(article: StepArticle): string | undefined {
  if (isA('materials', article)) return choiceLabel('materials', 'kind', article.data.kind);
  if (isA('quizzes', article)) return `${String(article.data.questions.length)} 道题`;
  return isA('events', article) ? chineseDay(article.data.start) : undefined;
}
