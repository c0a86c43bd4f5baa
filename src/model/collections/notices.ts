import { defineCollection } from '../define-collection.ts';
import { attachments, sample, slug, topics } from './shared-fields.ts';

export const notices = defineCollection({
  name: 'notices',
  label: '通知公告',
  description: '停水停电、活动报名、食堂安排等需要大家知道的事。',
  counter: '条',
  title: 'title',
  date: 'published',
  byYear: true,
  order: 20,
  navigation: { group: 'news' },
  feed: true,
  columnType: '通知公告',
  topicPages: true,
  fields: {
    title: { kind: 'text', label: '标题', max: 40 },
    slug,
    published: { kind: 'moment', label: '发布时间', goesLive: true, once: true },
    expires: {
      kind: 'day',
      label: '有效期至',
      hint: '过了这一天，列表里会标明“已过期”；长期有效则不填',
      notBefore: 'published',
      optional: true,
      once: true,
    },
    summary: { kind: 'longText', label: '摘要', hint: '一句话说清要大家知道或去做的事', max: 120 },
    orgs: { kind: 'relation', label: '发布单位', to: 'orgs', many: true },
    important: { kind: 'boolean', label: '重要通知', hint: '有效期内显示在首页最前面', optional: true },
    topics,
    attachments,
    sample,
    body: { kind: 'markdown', label: '正文' },
  },
});
