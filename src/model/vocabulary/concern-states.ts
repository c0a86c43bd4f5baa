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

/** States in which the people who raised the concern have an answer. */
export const closedStates: readonly ConcernState[] = ['solved', 'partly', 'refused'];

const workStates: readonly ConcernState[] = ['working', 'transferred', ...closedStates];

/** Which state may follow which. `received` is a concern without a record. A closed concern can only be reopened. */
export const nextConcernStates: Readonly<Record<ConcernState | 'received', readonly ConcernState[]>> = {
  received: ['accepted'],
  accepted: workStates,
  working: workStates,
  transferred: ['accepted', ...workStates],
  solved: ['reopened'],
  partly: ['reopened'],
  refused: ['reopened'],
  reopened: workStates,
};
