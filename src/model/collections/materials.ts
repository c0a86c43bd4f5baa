import { defineCollection } from '../define-collection.ts';
import { materialRules } from '../rules/materials.ts';
import { attachments, sample, slug, topics } from './shared-fields.ts';

export const materials = defineCollection({
  name: 'materials',
  label: '理论学习',
  description: '原文导读、党课讲稿、问答和案例，可以自学、共学，也可以打印。',
  counter: '篇',
  title: 'title',
  date: 'published',
  order: 200,
  deskOrder: 165,
  navigation: { group: 'study', order: 185 },
  feed: { order: 168 },
  columnType: '学习资料',
  topicPages: true,
  siteMap: { by: 'kind', as: 'pages' },
  rules: materialRules,
  fields: {
    // Full titles of laws and decisions are long. 120 is enough for all 600 of a real collection.
    title: { kind: 'text', label: '标题', max: 120 },
    slug,
    kind: {
      kind: 'choice',
      label: '材料类型',
      options: {
        guide: '原文导读',
        lecture: '党课',
        qa: '问答',
        case: '案例',
        law: '法律法规',
      },
    },
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    summary: { kind: 'longText', label: '摘要', hint: '读完能明白什么', max: 160, optional: true },
    topics,
    cover: { kind: 'picture', label: '题图', optional: true },
    policies: { kind: 'relation', label: '依据的政策文件', to: 'policies', many: true, optional: true },
    clauses: {
      kind: 'parts',
      label: '引用的条款',
      hint: '讲到哪份文件的哪一条，读者可以从那份文件找到这篇',
      part: '条款',
      optional: true,
      max: 12,
      fields: {
        policy: { kind: 'relation', label: '政策文件', to: 'policies' },
        clause: { kind: 'text', label: '哪一条', hint: '如：第十五条', max: 30 },
      },
    },
    series: { kind: 'relation', label: '所属系列', to: 'series', optional: true },
    source: { kind: 'text', label: '来源', max: 60, optional: true },
    author: { kind: 'text', label: '撰稿', max: 30, optional: true },
    attachments,
    sample,
    body: { kind: 'markdown', label: '正文' },
  },
});
