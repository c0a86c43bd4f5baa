/** A step links to one thing. Each kind of target has a field of its own, so that the form can offer the right list. */
export const stepTargets = ['material', 'quiz', 'event', 'project'] as const;

export const stepTargetLabels = {
  material: '材料',
  quiz: '自测',
  event: '活动',
  project: '看项目',
} as const satisfies Record<(typeof stepTargets)[number], string>;
