/** In their order: a round goes through them from first to last. */
export const stages = { plan: '策划', do: '实施', check: '检查', act: '改进' } as const;
