import { defineCollection } from '../define-collection.ts';
import { sample, slug, topics } from './shared-fields.ts';

/** Activities and events refer to their series. */
export const series = defineCollection({
  name: 'series',
  label: '系列活动',
  description: '一次接一次办下去的活动：为什么办，办过哪几次，下一次在什么时候。',
  counter: '个',
  title: 'title',
  date: 'since',
  order: 40,
  navigation: { group: 'news' },
  feed: { none: 'Its events and reports come in their own feeds.' },
  columnType: '工作动态',
  topicPages: true,
  siteMap: 'entries',
  fields: {
    title: { kind: 'text', label: '系列名称', max: 30 },
    slug,
    summary: { kind: 'longText', label: '简介', hint: '一两句话，说清给谁办、办什么', max: 120 },
    orgs: { kind: 'relation', label: '主办单位', to: 'orgs', many: true },
    since: { kind: 'day', label: '开始日期', once: true },
    until: {
      kind: 'day',
      label: '结束日期',
      hint: '还在办则不填',
      notBefore: 'since',
      optional: true,
      once: true,
    },
    rhythm: { kind: 'text', label: '多久一次', hint: '如：每月第二个星期六上午', max: 40, optional: true },
    topics,
    sample,
    body: { kind: 'markdown', label: '详细介绍' },
  },
});
