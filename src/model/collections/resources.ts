import { defineCollection } from '../define-collection.ts';
import { sample, slug } from './shared-fields.ts';

/** Needs and resources share these kinds, so that they can be matched. */
export const resourceKinds = {
  place: '场地',
  people: '人手',
  equipment: '设备',
  skill: '技能',
  service: '服务',
  learning: '课程和资料',
} as const;

export const resources = defineCollection({
  name: 'resources',
  label: '资源清单',
  description: '各单位拿得出来、愿意给大家用的场地、人手、设备和技能。',
  counter: '项',
  title: 'title',
  date: 'since',
  order: 90,
  deskOrder: 75,
  navigation: { group: 'joint' },
  feed: { none: 'What matters is whether it is still offered, and a feed shows only the beginning.' },
  columnType: '办事服务',
  fields: {
    title: { kind: 'text', label: '资源名称', hint: '如：一食堂二楼活动室', max: 40 },
    slug,
    kind: { kind: 'choice', label: '类别', options: resourceKinds },
    org: { kind: 'relation', label: '提供单位', to: 'orgs' },
    summary: { kind: 'longText', label: '能提供什么', hint: '多少、多大、什么时候能用', max: 160 },
    terms: {
      kind: 'longText',
      label: '使用条件',
      hint: '要提前几天说，要注意什么',
      max: 160,
      optional: true,
    },
    contact: { kind: 'text', label: '联系岗位', hint: '写岗位，不写个人姓名', max: 30, optional: true },
    phone: { kind: 'text', label: '电话', format: 'phone', optional: true },
    since: { kind: 'day', label: '开始提供的日期', once: true },
    until: {
      kind: 'day',
      label: '停止提供的日期',
      hint: '长期提供则不填',
      notBefore: 'since',
      optional: true,
      once: true,
    },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
