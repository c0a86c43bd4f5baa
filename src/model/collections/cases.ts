import { defineCollection } from '../define-collection.ts';
import { caseRules } from '../rules/cases.ts';
import { attachments, evidence, sample, slug, topics } from './shared-fields.ts';

/** Practice that others can copy or avoid. */
export const cases = defineCollection({
  name: 'cases',
  label: '实践案例',
  description: '做成的和没做成的：背景、做法、效果、难处、花费，别人照着做需要什么。',
  counter: '个',
  title: 'title',
  date: 'published',
  order: 100,
  navigation: { group: 'joint' },
  feed: {
    none: 'There are a few in a year, and their activities and projects have feeds of their own.',
  },
  columnType: '工作动态',
  topicPages: true,
  rules: caseRules,
  fields: {
    title: { kind: 'text', label: '案例名称', max: 40 },
    slug,
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    summary: { kind: 'longText', label: '摘要', hint: '一两句话，先说结果', max: 160 },
    orgs: { kind: 'relation', label: '实践单位', to: 'orgs', many: true },
    project: { kind: 'relation', label: '对应项目', to: 'projects', optional: true },
    result: {
      kind: 'choice',
      label: '结果',
      hint: '没有办成的案例一样有用，照实选',
      options: { success: '成功', partial: '部分成功', failed: '没有办成' },
      once: true,
    },
    differs: {
      kind: 'longText',
      label: '和项目的结果为什么不一样',
      hint: '项目写的是“办成”，这里不是“成功”这一类的情况才填，读者两边都会看到',
      max: 160,
      optional: true,
    },
    background: { kind: 'longText', label: '背景', hint: '当时是什么情况，为什么要做', max: 600 },
    effects: {
      kind: 'parts',
      label: '效果',
      hint: '一条一个效果，每条写依据',
      part: '效果',
      optional: true,
      max: 12,
      fields: {
        text: { kind: 'text', label: '效果', hint: '尽量写数字', max: 120 },
        evidence,
      },
      once: true,
    },
    problems: { kind: 'longText', label: '遇到的难处', hint: '走过的弯路、没解决的事', max: 600 },
    cost: { kind: 'longText', label: '花费', hint: '钱、人、时间各用了多少', max: 300 },
    needs: { kind: 'longText', label: '别人照着做需要什么', hint: '条件、人手、要先谈好的事', max: 600 },
    topics,
    attachments,
    sample,
    body: { kind: 'markdown', label: '做法' },
  },
});
