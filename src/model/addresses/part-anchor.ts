/** The place of a numbered part in its entry's page: `decisions-3`. Apart, so that a browser loads nothing else. */
export const partAnchor = (field: string, number: number): string => `${field}-${String(number)}`;
