import { defineCollection } from '../collection.ts';
import { evidence, sample, slug } from './shared-fields.ts';

export const concernStates = {
  accepted: '受理',
  working: '办理中',
  transferred: '转办',
  solved: '已解决',
  partly: '部分解决',
  refused: '不能办理',
  reopened: '重新办理',
} as const;

export type ConcernState = keyof typeof concernStates;

/** States in which the people who spoke up have their answer. */
export const closedStates: readonly ConcernState[] = ['solved', 'partly', 'refused'];

const stepsOfWork: readonly ConcernState[] = ['working', 'transferred', ...closedStates];

/** What may follow what. `received` is a concern without a record yet; a closed one can only be opened again. */
export const nextConcernStates: Readonly<Record<ConcernState | 'received', readonly ConcernState[]>> = {
  received: ['accepted'],
  accepted: stepsOfWork,
  working: stepsOfWork,
  transferred: ['accepted', ...stepsOfWork],
  solved: ['reopened'],
  partly: ['reopened'],
  refused: ['reopened'],
  reopened: stepsOfWork,
};

export const concerns = defineCollection({
  name: 'concerns',
  label: '民情台账',
  description:
    '本人同意公开的民情：编号、内容、谁在办、办到哪一步、怎么答复。不写姓名、门牌和电话，比实际登记的少。',
  counter: '件',
  title: 'title',
  date: 'received',
  byYear: true,
  fields: {
    title: { kind: 'text', label: '事由', hint: '一句话，不带姓名和门牌', max: 40 },
    slug,
    number: {
      kind: 'text',
      label: '编号',
      hint: '年份加序号，如 2026-017',
      format: 'ledgerNumber',
      once: true,
    },
    received: { kind: 'day', label: '收到日期', past: true, once: true },
    channel: {
      kind: 'choice',
      label: '从哪里来',
      options: {
        phone: '电话',
        place: '当面',
        paper: '纸质表',
        box: '意见箱',
        visit: '上门登记',
        online: '网上',
      },
    },
    category: {
      kind: 'choice',
      label: '类别',
      options: {
        facilities: '公共设施',
        environment: '环境卫生',
        safety: '安全',
        noise: '噪声扰民',
        parking: '停车和交通',
        canteen: '食堂用餐',
        elderly: '为老服务',
        neighbours: '邻里关系',
        other: '其他',
      },
    },
    area: {
      kind: 'text',
      label: '大致位置',
      hint: '只写到片区或哪栋楼一带，如：小区北片；不写单元和房号',
      max: 20,
    },
    text: { kind: 'longText', label: '反映的内容', hint: '隐去姓名、门牌、电话后的原意', max: 400 },
    due: {
      kind: 'day',
      label: '答复期限',
      hint: '收到时定的，按自然日算，周末和节假日也算；要顺延，写在办理记录的“顺延到”里，这里不改',
      notBefore: 'received',
      once: true,
    },
    log: {
      kind: 'parts',
      label: '办理记录',
      hint: '按先后写，第一条是“受理”；解决了又反复的，加一条“重新办理”，不另编号',
      part: '记录',
      optional: true,
      max: 40,
      fields: {
        day: { kind: 'day', label: '日期', past: true },
        state: { kind: 'choice', label: '状态', options: concernStates },
        org: {
          kind: 'relation',
          label: '办理单位',
          hint: '转办时，选转给了谁；转给名录以外的单位时，选我们这边谁接着催',
          to: 'orgs',
        },
        outside: {
          kind: 'text',
          label: '转给外单位',
          hint: '转给不在“共建单位”里的单位时，写它的全称，如：某街道综合执法队；别的状态不填',
          max: 40,
          optional: true,
        },
        answer: {
          kind: 'longText',
          label: '答复',
          hint: '已解决、部分解决、不能办理时必须写：做了什么，或者为什么不能',
          max: 400,
          optional: true,
        },
        until: {
          kind: 'day',
          label: '顺延到',
          hint: '答复期限要往后推时写推到哪天，并在“答复”里写明为什么；别的记录不填',
          optional: true,
        },
        evidence: { ...evidence, optional: true },
      },
      once: true,
    },
    project: { kind: 'relation', label: '转成了哪个项目', to: 'projects', optional: true, once: true },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
