import type { BooleanField, ChoiceField, FileField, SlugField, TextField } from '../fields.ts';

export const slug = {
  kind: 'slug',
  label: '网址名',
  hint: '小写拼音、数字和短横，如 0315-lianxi-huiyi。留空时按标题自动填写；发布后改了，旧地址会转到新地址',
} as const satisfies SlugField;

/** A production build rejects entries with this mark. */
export const sample = {
  kind: 'boolean',
  label: '示例内容',
  hint: '用来演示的虚构内容请打开；正式网站不会发布示例内容',
  optional: true,
} as const satisfies BooleanField;

export const topics = {
  kind: 'choice',
  label: '专题',
  hint: '可多选',
  many: true,
  optional: true,
  options: {
    'party-building': '党建引领',
    'joint-work': '共驻共建',
    'community-service': '社区服务',
    'elderly-care': '为老服务',
    logistics: '后勤保障',
    'food-safety': '食品安全',
    deliberation: '民情协商',
    volunteering: '志愿服务',
    'theory-study': '理论学习',
    transparency: '党务公开',
  },
} as const satisfies ChoiceField;

export const attachments = {
  kind: 'file',
  label: '附件',
  many: true,
  optional: true,
  extensions: ['pdf', 'csv', 'xlsx', 'docx'],
} as const satisfies FileField;

/** Proof that something was done: a page of the hub or a file of the entry. Claims without it do not count. */
export const evidence = {
  kind: 'text',
  label: '依据',
  hint: '能证明这件事的本站页面地址，如 /activities/2026/0315-lianxi-huiyi/；或附件的文件名',
  format: 'evidence',
  max: 120,
} as const satisfies TextField;
