import { defineCollection } from '../define-collection.ts';
import { projectRules } from '../rules/projects.ts';
import { stages } from '../vocabulary/project-stages.ts';
import { attachments, evidence, sample, slug, topics } from './shared-fields.ts';

/**
 * The stage, overdue days and completion are computed from the records. Agreement items, needs, decisions and activities
 * refer to the project, not the other way round.
 */
export const projects = defineCollection({
  name: 'projects',
  label: '项目清单',
  description: '一件一件的共建项目：谁牵头，做到哪一步，有什么依据，是不是过了期。',
  counter: '个',
  title: 'title',
  date: 'start',
  order: 50,
  deskOrder: 85,
  navigation: { group: 'joint' },
  feed: { none: 'A project changes for months; what is done for it comes with the activities and meetings.' },
  columnType: '工作动态',
  topicPages: true,
  rules: projectRules,
  fields: {
    title: { kind: 'text', label: '项目名称', max: 40 },
    slug,
    summary: { kind: 'longText', label: '简介', hint: '一两句话，说清为谁办什么事', max: 120 },
    goal: { kind: 'longText', label: '做到什么算办成', hint: '写能数得出、看得见的结果', max: 200 },
    lead: { kind: 'relation', label: '牵头单位', to: 'orgs' },
    partners: { kind: 'relation', label: '配合单位', to: 'orgs', many: true, optional: true },
    pilot: { kind: 'boolean', label: '试点', hint: '先在小范围试办的项目请打开', optional: true },
    start: { kind: 'day', label: '计划开始', once: true },
    due: {
      kind: 'day',
      label: '计划完成',
      hint: '定下以后不改；要延期请写在“延期”里',
      notBefore: 'start',
      once: true,
    },
    plan: {
      kind: 'relation',
      label: '依据的方案',
      hint: '哪一份实施方案或工作计划里有这个项目',
      to: 'documents',
      optional: true,
    },
    clause: {
      kind: 'text',
      label: '方案的条款',
      hint: '照抄方案里的小标题或它的序号，如：三、试点先行',
      max: 60,
      optional: true,
    },
    clauses: {
      kind: 'parts',
      label: '还落实的条款',
      hint: '同一个项目还办了别的条款，或别的方案里也有它，一条写一项',
      part: '条款',
      optional: true,
      max: 20,
      fields: {
        plan: { kind: 'relation', label: '哪份方案', to: 'documents' },
        clause: { kind: 'text', label: '哪一条', hint: '照抄小标题或它的序号', max: 60 },
      },
    },
    extensions: {
      kind: 'parts',
      label: '延期',
      hint: '每延一次写一条，原来的日子保留',
      part: '一次延期',
      optional: true,
      max: 10,
      fields: {
        day: { kind: 'day', label: '决定日期', past: true },
        until: { kind: 'day', label: '延到哪天', notBefore: 'day' },
        reason: { kind: 'text', label: '原因', max: 80 },
      },
      once: true,
    },
    records: {
      kind: 'parts',
      label: '阶段记录',
      hint: '按先后写：每一轮依次是策划、实施、检查、改进，没有依据的不算',
      part: '阶段记录',
      optional: true,
      max: 80,
      fields: {
        round: { kind: 'number', label: '第几轮', whole: true, min: 1, max: 20 },
        stage: { kind: 'choice', label: '阶段', options: stages },
        day: { kind: 'day', label: '日期', past: true },
        text: { kind: 'longText', label: '做了什么', max: 240 },
        evidence,
      },
      once: true,
    },
    ended: { kind: 'day', label: '结束日期', hint: '还在办则不填', past: true, optional: true, once: true },
    outcome: {
      kind: 'choice',
      label: '结果',
      hint: '结束时填写',
      options: { done: '办成', partly: '部分办成', terminated: '终止' },
      optional: true,
      once: true,
    },
    outcomeReason: {
      kind: 'longText',
      label: '结果的说明',
      hint: '办成了什么；没办成的，为什么',
      max: 240,
      optional: true,
      once: true,
    },
    outcomeEvidence: { ...evidence, label: '结果的依据', optional: true, once: true },
    topics,
    attachments,
    sample,
    body: { kind: 'markdown', label: '详细介绍' },
  },
});
