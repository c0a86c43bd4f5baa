import { defineCollection } from '../collection.ts';
import { sample, slug } from './shared-fields.ts';

export const services = defineCollection({
  name: 'services',
  label: '便民服务',
  description: '吃饭、修东西、量血压、办事：在哪里，几点开，多少钱，找谁。',
  counter: '项',
  title: 'title',
  fields: {
    title: { kind: 'text', label: '服务名称', hint: '用老人一听就懂的话，如：上门修水龙头', max: 30 },
    slug,
    category: {
      kind: 'choice',
      label: '类别',
      options: {
        meals: '用餐',
        repair: '维修',
        health: '健康',
        errands: '代办和办事',
        learning: '学习和活动',
        help: '帮扶和求助',
      },
    },
    org: { kind: 'relation', label: '提供单位', to: 'orgs' },
    summary: { kind: 'longText', label: '能办什么', hint: '一两句话', max: 120 },
    where: { kind: 'text', label: '在哪里', hint: '第一次来的人也找得到的写法', max: 60 },
    hours: { kind: 'text', label: '什么时间', hint: '如：每天 6:30—8:30、11:00—13:00', max: 60 },
    phone: { kind: 'text', label: '电话', format: 'phone', optional: true },
    fee: { kind: 'text', label: '多少钱', hint: '不收钱就写“免费”', max: 60 },
    who: { kind: 'text', label: '谁可以用', hint: '如：小区居民；60 岁以上优先', max: 60 },
    bring: { kind: 'text', label: '要带什么', max: 60, optional: true },
    paused: {
      kind: 'text',
      label: '暂停说明',
      hint: '暂时不开时填写，如：8 月检修，9 月 1 日恢复',
      max: 60,
      optional: true,
    },
    verified: {
      kind: 'day',
      label: '最近核实',
      hint: '哪天打电话或到现场问过，以上各项都对；超过 90 天会提醒读者先问一声',
      past: true,
    },
    verifiedBy: { kind: 'relation', label: '核实单位', to: 'orgs', optional: true },
    order: {
      kind: 'number',
      label: '排列顺序',
      hint: '数字小的排在前面',
      whole: true,
      min: 0,
      max: 9999,
      optional: true,
    },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
