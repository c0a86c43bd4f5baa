import { defineCollection } from '../define-collection.ts';
import { clippingRules } from '../rules/clippings.ts';
import { sample, slug } from './shared-fields.ts';

/** News from the sites of partners. It comes from their feeds, and an editor reviews it before it is published. */
export const clippings = defineCollection({
  name: 'clippings',
  label: '友邻消息',
  description: '共建单位自己网站上的消息：题目、日期、原文在哪里，和我们看过以后写的一两句。',
  counter: '条',
  title: 'title',
  date: 'published',
  order: 230,
  navigation: { group: 'news' },
  feed: { none: 'They come from the feeds of partners, which readers can subscribe to.' },
  columnType: '工作动态',
  rules: clippingRules,
  fields: {
    title: { kind: 'text', label: '原文题目', max: 80 },
    slug,
    org: { kind: 'relation', label: '哪家单位', to: 'orgs' },
    published: { kind: 'day', label: '原文日期', past: true, once: true },
    url: { kind: 'text', label: '原文网址', format: 'url', once: true },
    taken: { kind: 'day', label: '取来的日子', past: true, notBefore: 'published', once: true },
    summary: {
      kind: 'longText',
      label: '说了什么',
      hint: '用我们自己的话写一两句，不照抄原文',
      max: 160,
    },
    reviewer: {
      kind: 'text',
      label: '谁看过',
      hint: '写岗位，不写姓名；从订阅里取来的，有人看过、填上这一项才能发布',
      max: 30,
      once: true,
    },
    sample,
    body: { kind: 'markdown', label: '我们的说明', optional: true },
  },
});
