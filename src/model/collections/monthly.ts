import { defineCollection } from '../define-collection.ts';
import { monthlyRules } from '../rules/monthly.ts';
import { attachments, sample, slug, topics } from './shared-fields.ts';

/** What a branch studies in a month, compiled by an editor. Attendance is not recorded. */
export const monthly = defineCollection({
  name: 'monthly',
  label: '本月学习',
  description: '这个月支部一起学什么、议什么、去哪里看，可以打印成一张纸带到“三会一课”上。',
  counter: '期',
  title: 'title',
  date: 'month',
  order: 170,
  navigation: { group: 'study' },
  feed: true,
  columnType: '学习资料',
  siteMap: 'entries',
  dayInTitle: true,
  rules: monthlyRules,
  fields: {
    title: { kind: 'text', label: '标题', max: 40 },
    slug: { ...slug, hint: '写年和月，如 2026-11；发布后不要再改' },
    month: { kind: 'day', label: '月份', hint: '写这个月的第一天，如 2026-11-01', once: true },
    orgs: { kind: 'relation', label: '哪些支部', to: 'orgs', many: true },
    summary: { kind: 'longText', label: '摘要', max: 160 },
    materials: { kind: 'relation', label: '学习材料', to: 'materials', many: true, optional: true },
    paths: { kind: 'relation', label: '学习路径', to: 'paths', many: true, optional: true },
    quizzes: { kind: 'relation', label: '自测', to: 'quizzes', many: true, optional: true },
    events: { kind: 'relation', label: '活动', to: 'events', many: true, optional: true, once: true },
    questions: {
      kind: 'parts',
      label: '讨论题',
      part: '讨论题',
      optional: true,
      max: 8,
      fields: { text: { kind: 'text', label: '问题', max: 120 } },
    },
    attachments,
    topics,
    sample,
    body: { kind: 'markdown', label: '怎么安排', optional: true },
  },
});
