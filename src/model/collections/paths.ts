import { defineCollection } from '../define-collection.ts';
import { pathRules } from '../rules/paths.ts';
import { stepTargetLabels } from '../vocabulary/step-targets.ts';
import { sample, slug, topics } from './shared-fields.ts';

export const paths = defineCollection({
  name: 'paths',
  label: '学习路径',
  description: '一步一步学完一件事：读什么，做几道题，参加什么活动，到哪里看一看。',
  counter: '条',
  title: 'title',
  date: 'published',
  order: 180,
  navigation: { group: 'study' },
  feed: { none: 'It can be started at any time; it has no news.' },
  columnType: '学习资料',
  siteMap: 'entries',
  rules: pathRules,
  fields: {
    title: { kind: 'text', label: '标题', max: 40 },
    slug,
    published: { kind: 'day', label: '发布日期', goesLive: true, once: true },
    summary: { kind: 'longText', label: '摘要', max: 120 },
    audience: { kind: 'text', label: '给谁学', max: 60 },
    outcomes: {
      kind: 'parts',
      label: '学完能做到',
      hint: '写看得见的：能说清什么，能做成什么',
      part: '一条',
      min: 1,
      max: 6,
      fields: { text: { kind: 'text', label: '能做到什么', max: 80 } },
    },
    steps: {
      kind: 'parts',
      label: '步骤',
      hint: '每一步只选一样：材料、自测、活动或项目',
      part: '一步',
      min: 2,
      max: 20,
      fields: {
        material: { kind: 'relation', label: stepTargetLabels.material, to: 'materials', optional: true },
        quiz: { kind: 'relation', label: stepTargetLabels.quiz, to: 'quizzes', optional: true },
        event: { kind: 'relation', label: stepTargetLabels.event, to: 'events', optional: true },
        project: { kind: 'relation', label: stepTargetLabels.project, to: 'projects', optional: true },
        task: {
          kind: 'longText',
          label: '这一步做什么',
          hint: '读的时候留意什么，到了现场看什么',
          max: 200,
          optional: true,
        },
        minutes: {
          kind: 'number',
          label: '大约多久',
          hint: '材料和自测会自己算；活动和看项目请填写',
          unit: '分钟',
          whole: true,
          min: 1,
          max: 600,
          optional: true,
        },
      },
    },
    topics,
    sample,
    body: { kind: 'markdown', label: '学之前的话', optional: true },
  },
});
