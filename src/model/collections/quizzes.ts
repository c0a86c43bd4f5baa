import { defineCollection } from '../define-collection.ts';
import { quizRules } from '../rules/quizzes.ts';
import { judgements, questionKinds } from '../quiz/question-kinds.ts';
import { evidence, sample, slug, topics } from './shared-fields.ts';

/**
 * Questions for self-study, without a score. Readers see at once what is right, why, and in which text. The rules check
 * which fields a kind of question needs.
 */
export const quizzes = defineCollection({
  name: 'quizzes',
  label: '自测',
  description: '做几道题，看看哪里还没弄明白。不计分，不排名，答案只留在自己的设备上。',
  counter: '套',
  title: 'title',
  date: 'published',
  order: 190,
  navigation: { group: 'study' },
  feed: { none: 'It can be done at any time; it has no news.' },
  columnType: '学习资料',
  siteMap: 'entries',
  rules: quizRules,
  fields: {
    title: { kind: 'text', label: '标题', max: 40 },
    slug,
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    summary: { kind: 'longText', label: '摘要', hint: '做完能弄明白什么', max: 120 },
    materials: {
      kind: 'relation',
      label: '考的是哪几篇',
      to: 'materials',
      many: true,
      optional: true,
    },
    questions: {
      kind: 'parts',
      label: '题目',
      part: '题目',
      numberedBy: 'number',
      min: 1,
      max: 60,
      fields: {
        number: {
          kind: 'number',
          label: '题号',
          hint: '发布以后不再改，读者的复习记录认得它',
          whole: true,
          min: 1,
          max: 999,
        },
        kind: { kind: 'choice', label: '题型', options: questionKinds },
        text: { kind: 'longText', label: '问什么', hint: '填空题把每个空写成四条下划线 ____', max: 200 },
        options: {
          kind: 'parts',
          label: '选项',
          hint: '判断题不用填；排序题按正确的先后写；填空题一个空写一条，别的写法用“ / ”隔开',
          part: '选项',
          optional: true,
          max: 8,
          fields: {
            text: { kind: 'text', label: '选项文字', max: 80 },
            right: { kind: 'boolean', label: '这一项是对的', optional: true },
            pair: { kind: 'text', label: '配对的另一半', hint: '只有配对题要填', max: 80, optional: true },
            why: {
              kind: 'longText',
              label: '为什么',
              hint: '单选、多选里不对的选项要写明错在哪里',
              max: 160,
              optional: true,
            },
          },
        },
        truth: {
          kind: 'choice',
          label: '这句话对不对',
          hint: '只有判断题要填',
          options: judgements,
          optional: true,
        },
        explanation: { kind: 'longText', label: '讲解', hint: '答完以后看到的，对错都讲', max: 400 },
        basis: {
          kind: 'text',
          label: '依据',
          hint: '哪份文件、哪篇材料的哪一条，如：《共驻大党委议事规则》三',
          max: 80,
        },
        passage: {
          ...evidence,
          label: '看原文的地方',
          hint: '本站那一段的地址，带 # 和小标题，如 /materials/pdca-sigezi/#h-一-没有检查的循环是什么样',
        },
      },
    },
    topics,
    sample,
    body: { kind: 'markdown', label: '做题前的话', optional: true },
  },
});
