import { defineCollection } from '../define-collection.ts';
import { policyRules } from '../rules/policies.ts';
import { attachments, sample, slug, topics } from './shared-fields.ts';

/** Public documents have metadata, an official link and a summary of our own, but not the copied text. */
export const policies = defineCollection({
  name: 'policies',
  label: '政策文件',
  description: '与共驻共建有关的政策和制度：文号、出处、有效性和我们写的要点。',
  counter: '件',
  title: 'title',
  date: 'issued',
  order: 220,
  navigation: { group: 'open' },
  feed: { order: 165 },
  columnType: '政策文件',
  topicPages: true,
  siteMap: { by: 'category', as: 'places' },
  rules: policyRules,
  fields: {
    title: { kind: 'text', label: '文件名称', max: 120 },
    slug,
    index: { kind: 'text', label: '索引号', max: 40, optional: true, once: true },
    category: {
      kind: 'choice',
      label: '主题分类',
      options: {
        'party-rules': '党内法规',
        laws: '法律',
        government: '政府文件',
        'party-documents': '党委文件',
        'hub-rules': '共建制度',
      },
    },
    issuer: { kind: 'text', label: '发文机关', max: 60 },
    issued: { kind: 'day', label: '成文日期', past: true, once: true },
    documentNumber: {
      kind: 'text',
      label: '发文字号',
      hint: '年份用六角括号，如 国办发〔2017〕47号',
      max: 40,
      optional: true,
      once: true,
    },
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    validity: {
      kind: 'choice',
      label: '有效性',
      options: { current: '现行', revised: '修订', repealed: '废止' },
      once: true,
    },
    supersedes: {
      kind: 'relation',
      label: '替代的文件',
      to: 'policies',
      many: true,
      optional: true,
      once: true,
    },
    officialUrl: { kind: 'text', label: '官方原文网址', format: 'url', optional: true, once: true },
    summary: { kind: 'longText', label: '摘要', hint: '这份文件和我们有什么关系', max: 160 },
    topics,
    attachments,
    sample,
    body: { kind: 'markdown', label: '要点解读' },
  },
});
