import { defineCollection } from '../define-collection.ts';
import { postRules } from '../rules/posts.ts';
import { sample, slug } from './shared-fields.ts';

/** An expired post moves to the archive automatically and keeps its address. */
export const posts = defineCollection({
  name: 'posts',
  label: '学生岗位',
  description: '学生可以做的兼职和实践：做什么，几个人，什么时间，多少报酬。过期自动归档。',
  counter: '个',
  title: 'title',
  date: 'published',
  order: 150,
  navigation: { group: 'life' },
  feed: true,
  columnType: '办事服务',
  rules: postRules,
  fields: {
    title: { kind: 'text', label: '岗位名称', max: 30 },
    slug,
    org: { kind: 'relation', label: '用人单位', to: 'orgs' },
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    expires: {
      kind: 'day',
      label: '报名截止',
      hint: '过了这一天自动归入“往期岗位”',
      notBefore: 'published',
      once: true,
    },
    kind: {
      kind: 'choice',
      label: '类型',
      options: { job: '勤工助学', practice: '社会实践', volunteer: '志愿服务' },
    },
    summary: { kind: 'longText', label: '做什么', hint: '一两句话', max: 160 },
    hours: { kind: 'text', label: '什么时间', hint: '如：每周六上午 3 小时', max: 60 },
    pay: { kind: 'text', label: '报酬', hint: '写清多少钱、怎么发；没有报酬就写“无”', max: 60 },
    places: { kind: 'number', label: '需要几人', whole: true, min: 1, max: 500, unit: '人' },
    where: { kind: 'text', label: '工作地点', max: 60 },
    wanted: { kind: 'longText', label: '要求', max: 160, optional: true },
    howToApply: { kind: 'text', label: '怎么报名', hint: '写岗位和地点，不写个人姓名', max: 80 },
    phone: { kind: 'text', label: '咨询电话', format: 'phone', optional: true },
    filled: {
      kind: 'day',
      label: '招满日期',
      hint: '提前招满了填写',
      notBefore: 'published',
      past: true,
      optional: true,
      once: true,
    },
    project: { kind: 'relation', label: '对应项目', to: 'projects', optional: true },
    sample,
    body: { kind: 'markdown', label: '详细说明', optional: true },
  },
});
