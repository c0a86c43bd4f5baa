/** In their order. No step can be left out. */
export const deliberationSteps = {
  collect: '征集议题',
  parties: '确定主体',
  announce: '公告',
  discuss: '协商',
  opinion: '形成意见',
  feedback: '反馈',
} as const;
