import { defineCollection } from '../collection.ts';
import { attachments, evidence, sample, slug } from './shared-fields.ts';

/** In their order: none can be left out. */
export const deliberationSteps = {
  collect: '征集议题',
  parties: '确定主体',
  announce: '公告',
  discuss: '协商',
  opinion: '形成意见',
  feedback: '反馈',
} as const;

export const deliberations = defineCollection({
  name: 'deliberations',
  label: '协商议事苑',
  description: '大家坐下来商量的事：怎么提出来的，谁参加，怎么说的，最后定了没有。',
  counter: '个',
  title: 'title',
  date: 'started',
  fields: {
    title: { kind: 'text', label: '议题', max: 40 },
    slug,
    started: { kind: 'day', label: '开始日期', past: true, once: true },
    summary: { kind: 'longText', label: '摘要', hint: '一两句话，说清商量什么事', max: 160 },
    convener: { kind: 'relation', label: '召集单位', to: 'orgs' },
    parties: { kind: 'relation', label: '参加单位', to: 'orgs', many: true },
    others: {
      kind: 'text',
      label: '其他参加的人',
      hint: '如：居民代表 7 人，不写姓名',
      max: 60,
      optional: true,
    },
    concerns: { kind: 'relation', label: '来自哪些民情', to: 'concerns', many: true, optional: true },
    steps: {
      kind: 'parts',
      label: '六步记录',
      hint: '征集议题、确定主体、公告、协商、形成意见、反馈，按先后写；同一步可以写几条',
      part: '步骤',
      optional: true,
      max: 30,
      fields: {
        step: { kind: 'choice', label: '哪一步', options: deliberationSteps },
        day: { kind: 'day', label: '日期', past: true },
        text: { kind: 'longText', label: '情况', max: 300 },
        evidence,
      },
      once: true,
    },
    views: {
      kind: 'parts',
      label: '各方意见',
      hint: '没有达成一致时，照实写下各方的理由',
      part: '意见',
      optional: true,
      max: 20,
      fields: {
        who: { kind: 'text', label: '哪一方', hint: '如：一楼住户；不写姓名', max: 30 },
        text: { kind: 'longText', label: '意见和理由', max: 300 },
      },
      once: true,
    },
    outcome: {
      kind: 'choice',
      label: '结果',
      hint: '还在商量则不填',
      options: { agreed: '达成一致', partly: '部分达成一致', none: '未达成一致' },
      optional: true,
      once: true,
    },
    outcomeText: {
      kind: 'longText',
      label: '结果的说明',
      hint: '一致的写定了什么；没有一致的写接下来怎么办',
      max: 300,
      optional: true,
      once: true,
    },
    project: { kind: 'relation', label: '转成了哪个项目', to: 'projects', optional: true, once: true },
    attachments,
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
