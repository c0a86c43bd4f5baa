import { defineCollection } from '../define-collection.ts';
import { channelRules } from '../rules/channel.ts';
import { sample } from './shared-fields.ts';

/** People, steps and ways are all required: without one of them, a concern would get no answer. */
export const channel = defineCollection({
  name: 'channel',
  label: '民情渠道',
  description: '有话到哪里说，谁来听，几天回话。',
  counter: '份',
  title: 'title',
  single: '/channel/',
  neededWith: ['concerns', 'deliberations'],
  order: 105,
  navigation: { none: 'Its page is a fixed page of the navigation, with its own description.' },
  feed: { none: 'There is one entry.' },
  rules: channelRules,
  fields: {
    title: { kind: 'text', label: '标题', hint: '如：我要反映', max: 20 },
    summary: { kind: 'longText', label: '一句话说明', hint: '显示在页面最前面', max: 120 },
    people: {
      kind: 'parts',
      label: '谁来听（人员）',
      hint: '至少一个岗位；写岗位，不写个人姓名',
      part: '岗位',
      min: 1,
      max: 12,
      fields: {
        post: { kind: 'text', label: '岗位', hint: '如：民情登记岗', max: 30 },
        org: { kind: 'relation', label: '所在单位', to: 'orgs' },
        duty: { kind: 'text', label: '管什么', max: 60 },
        phone: { kind: 'text', label: '电话', format: 'phone', optional: true },
      },
    },
    steps: {
      kind: 'parts',
      label: '怎么办理（机制）',
      hint: '按先后写每一步，至少一步；说明谁办、几天之内',
      part: '步骤',
      min: 1,
      max: 12,
      fields: {
        text: { kind: 'text', label: '这一步做什么', max: 80 },
        org: { kind: 'relation', label: '谁办', to: 'orgs' },
        days: {
          kind: 'number',
          label: '几天之内',
          hint: '按自然日算，周末和节假日也算在内',
          whole: true,
          min: 0,
          max: 365,
          unit: '天',
          optional: true,
        },
      },
    },
    ways: {
      kind: 'parts',
      label: '在哪里说（渠道）',
      hint: '至少一种；至少有一种不用手机的办法',
      part: '渠道',
      min: 1,
      max: 12,
      fields: {
        kind: {
          kind: 'choice',
          label: '方式',
          options: {
            phone: '电话',
            place: '当面',
            paper: '纸质表',
            box: '意见箱',
            visit: '上门登记',
            online: '网上',
          },
        },
        where: { kind: 'text', label: '在哪里、怎么找', hint: '电话号码、窗口或意见箱的位置', max: 80 },
        hours: { kind: 'text', label: '时间', hint: '如：工作日 8:30—17:30', max: 40, optional: true },
        phone: { kind: 'text', label: '电话', format: 'phone', optional: true },
      },
    },
    rules: { kind: 'relation', label: '依据的制度', to: 'documents', many: true, optional: true },
    paperForm: {
      kind: 'file',
      label: '纸质表',
      hint: '可以打印的登记表',
      extensions: ['pdf', 'docx'],
      optional: true,
    },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
