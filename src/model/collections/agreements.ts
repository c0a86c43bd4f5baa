import { defineCollection } from '../collection.ts';
import { attachments, sample, slug } from './shared-fields.ts';

/** Whether an agreement is in force is told by its days, never typed. */
export const agreements = defineCollection({
  name: 'agreements',
  label: '共建协议',
  description: '谁和谁约定了什么，管到哪一天，每一条落到哪个项目。',
  counter: '份',
  title: 'title',
  date: 'signed',
  fields: {
    title: { kind: 'text', label: '协议名称', max: 60 },
    slug,
    summary: { kind: 'longText', label: '摘要', hint: '一两句话，说清约定了什么', max: 160 },
    parties: { kind: 'relation', label: '签约单位', hint: '至少两家', to: 'orgs', many: true },
    signed: { kind: 'day', label: '签订日期', past: true, once: true },
    since: { kind: 'day', label: '生效日期', once: true },
    until: { kind: 'day', label: '到期日期', hint: '这一天仍然有效', notBefore: 'since', once: true },
    renews: {
      kind: 'relation',
      label: '续签自',
      hint: '这份协议接着哪一份',
      to: 'agreements',
      optional: true,
      once: true,
    },
    ended: {
      kind: 'day',
      label: '提前终止日',
      hint: '没有提前终止则不填',
      notBefore: 'since',
      past: true,
      optional: true,
      once: true,
    },
    endReason: { kind: 'longText', label: '提前终止的原因', max: 200, optional: true, once: true },
    items: {
      kind: 'parts',
      label: '约定事项',
      hint: '一条一件事，编号定了不再改；每一条连到办这件事的项目',
      part: '事项',
      numberedBy: 'number',
      min: 1,
      max: 40,
      fields: {
        number: { kind: 'number', label: '编号', whole: true, min: 1, max: 99 },
        text: { kind: 'longText', label: '约定内容', max: 300 },
        owners: { kind: 'relation', label: '负责单位', hint: '从签约单位里选', to: 'orgs', many: true },
        project: { kind: 'relation', label: '对应项目', to: 'projects', optional: true },
        noProject: {
          kind: 'text',
          label: '还没有立项的原因',
          hint: '没有对应项目时填写，如：等暑假场地空出来',
          max: 60,
          optional: true,
        },
      },
    },
    attachments,
    sample,
    body: { kind: 'markdown', label: '说明', optional: true },
  },
});
