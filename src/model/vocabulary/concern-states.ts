export const concernStates = {
  accepted: '受理',
  working: '办理中',
  transferred: '转办',
  solved: '已解决',
  partly: '部分解决',
  refused: '不能办理',
  reopened: '重新办理',
} as const;

export type ConcernState = keyof typeof concernStates;

/** States in which the people who spoke up have their answer. */
export const closedStates: readonly ConcernState[] = ['solved', 'partly', 'refused'];

const stepsOfWork: readonly ConcernState[] = ['working', 'transferred', ...closedStates];

/** What may follow what. `received` is a concern without a record yet; a closed one can only be opened again. */
export const nextConcernStates: Readonly<Record<ConcernState | 'received', readonly ConcernState[]>> = {
  received: ['accepted'],
  accepted: stepsOfWork,
  working: stepsOfWork,
  transferred: ['accepted', ...stepsOfWork],
  solved: ['reopened'],
  partly: ['reopened'],
  refused: ['reopened'],
  reopened: stepsOfWork,
};
