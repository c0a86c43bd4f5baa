import { defineCollection } from '../collection.ts';
import { sample, slug } from './shared-fields.ts';

export const orgs = defineCollection({
  name: 'orgs',
  label: '共建单位',
  description: '参与共驻共建的学校党组织、社区党组织、服务单位和社会组织。',
  counter: '家',
  title: 'title',
  fields: {
    title: { kind: 'text', label: '单位名称', max: 40 },
    slug,
    shortName: { kind: 'text', label: '简称', hint: '列表里显示，不超过 12 字', max: 12 },
    type: {
      kind: 'choice',
      label: '类别',
      options: {
        joint: '共建组织',
        'college-party': '学校党组织',
        'community-party': '社区党组织',
        service: '后勤服务单位',
        residents: '居民委员会',
        owners: '业主委员会',
        property: '物业服务企业',
        social: '社会组织',
      },
    },
    summary: { kind: 'longText', label: '简介', hint: '一两句话，说清这家单位能做什么', max: 120 },
    order: {
      kind: 'number',
      label: '排列顺序',
      hint: '数字小的排在前面',
      whole: true,
      min: 0,
      max: 9999,
      optional: true,
    },
    contact: { kind: 'text', label: '联系岗位', hint: '写岗位，不写个人姓名', max: 30, optional: true },
    phone: { kind: 'text', label: '电话', format: 'phone', optional: true },
    hours: { kind: 'text', label: '办公时间', max: 60, optional: true },
    address: { kind: 'text', label: '地址', max: 80, optional: true },
    seats: {
      kind: 'parts',
      label: '席位',
      hint: '共建组织（大党委、工作小组）由哪些单位组成',
      part: '席位',
      optional: true,
      max: 40,
      fields: {
        org: { kind: 'relation', label: '成员单位', to: 'orgs' },
        role: { kind: 'text', label: '职责', hint: '如：召集单位', max: 30 },
        since: { kind: 'day', label: '任职起始日' },
        until: { kind: 'day', label: '任职结束日', hint: '仍在任则不填', notBefore: 'since', optional: true },
      },
    },
    sample,
    body: { kind: 'markdown', label: '详细介绍' },
  },
});
