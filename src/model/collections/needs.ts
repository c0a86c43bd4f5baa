import { defineCollection } from '../define-collection.ts';
import { needRules } from '../rules/needs.ts';
import { resourceKinds } from './resources.ts';
import { evidence, sample, slug } from './shared-fields.ts';

/** A need waits until it is matched or closed. The days of waiting are computed. */
export const needs = defineCollection({
  name: 'needs',
  label: '需求清单',
  description: '居民和单位需要什么，配上了哪项资源、哪个项目；没配上的，已经等了多少天。',
  counter: '项',
  title: 'title',
  date: 'since',
  order: 80,
  navigation: { group: 'joint' },
  feed: { none: 'What matters is whether it is still open, and a feed shows only the beginning.' },
  columnType: '互动交流',
  rules: needRules,
  fields: {
    title: { kind: 'text', label: '需要什么', hint: '如：三号楼到食堂的无障碍坡道', max: 40 },
    slug,
    kind: { kind: 'choice', label: '类别', options: resourceKinds },
    org: { kind: 'relation', label: '提出单位', to: 'orgs' },
    since: { kind: 'day', label: '提出日期', past: true, once: true },
    summary: { kind: 'longText', label: '具体情况', hint: '给谁用、缺多少、什么时候要', max: 200 },
    concerns: { kind: 'relation', label: '有关的民情', to: 'concerns', many: true, optional: true },
    matched: {
      kind: 'day',
      label: '配上的日期',
      hint: '找到资源或立了项目的那天；还在等则不填',
      notBefore: 'since',
      past: true,
      optional: true,
      once: true,
    },
    resource: { kind: 'relation', label: '配上的资源', to: 'resources', optional: true, once: true },
    project: { kind: 'relation', label: '配上的项目', to: 'projects', optional: true, once: true },
    closed: {
      kind: 'day',
      label: '了结日期',
      hint: '办成了，或者不再需要了的那天',
      notBefore: 'since',
      past: true,
      optional: true,
      once: true,
    },
    result: {
      kind: 'choice',
      label: '了结的结果',
      options: { met: '办成', withdrawn: '不再需要', impossible: '办不到' },
      optional: true,
      once: true,
    },
    closeReason: {
      kind: 'longText',
      label: '了结的说明',
      hint: '怎么办成的，或者为什么不办了',
      max: 160,
      optional: true,
      once: true,
    },
    evidence: { ...evidence, optional: true, once: true },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
