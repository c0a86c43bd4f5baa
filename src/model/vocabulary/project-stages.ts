/** In their order. A round goes through all of them. */
export const stages = { plan: '策划', do: '实施', check: '检查', act: '改进' } as const;
