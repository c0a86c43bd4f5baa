import type { Note, StoredCard, Study } from '../../src/islands/study/records.ts';

/** A study in which one step is done on this day. */
export const done = (day: string) => (study: Study) => ({
  ...study,
  steps: { qichu: { ...study.steps['qichu'], 'materials/liubu': day } },
});

/** A note with the parts that tests look at. */
export const note = (id: string, day: string, text = ''): Note => ({
  id,
  page: '/materials/liubu/',
  title: '六步',
  quote: '先请受妨碍的人',
  before: '',
  after: '',
  text,
  day,
});

/** A card that was answered wrong once. */
export const card: StoredCard = {
  due: '2026-11-27T02:00:00.000Z',
  stability: 0.2,
  difficulty: 6,
  elapsed_days: 0,
  scheduled_days: 1,
  learning_steps: 0,
  reps: 1,
  lapses: 0,
  state: 2,
  last_review: '2026-11-26T02:00:00.000Z',
};
