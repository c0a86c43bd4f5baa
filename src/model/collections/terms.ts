import { defineCollection } from '../define-collection.ts';
import { termRules } from '../rules/terms.ts';
import { evidence, sample, slug, topics } from './shared-fields.ts';

export const terms = defineCollection({
  name: 'terms',
  label: '术语',
  description: '材料里常见的说法，一两句话讲明白。材料里第一次出现时会自动连到这里。',
  counter: '条',
  title: 'title',
  order: 210,
  navigation: { group: 'study' },
  feed: { none: 'Readers open it from the texts; it has no news.' },
  columnType: '学习资料',
  rules: termRules,
  fields: {
    title: { kind: 'text', label: '术语', max: 20 },
    slug,
    aliases: {
      kind: 'text',
      label: '别的写法',
      hint: '几种写法用顿号隔开，如：议事苑、协商议事',
      max: 60,
      optional: true,
    },
    meaning: {
      kind: 'longText',
      label: '解释',
      hint: '一两句大白话，让没学过的人看得懂',
      max: 160,
    },
    source: {
      kind: 'text',
      label: '出处',
      hint: '如：《党务公开条例（试行）》第二条',
      max: 60,
      optional: true,
    },
    passage: {
      ...evidence,
      label: '讲到它的地方',
      hint: '本站讲得最清楚的那一段，如 /materials/pdca-sigezi/#h-二-老年窗口的三轮',
      optional: true,
    },
    topics,
    sample,
    body: { kind: 'markdown', label: '多讲几句', optional: true },
  },
});
