/** The id of a numbered part on its entry's page: `decisions-3`. A file of its own, so that browsers load nothing else. */
export const partAnchor = (field: string, number: number): string => `${field}-${String(number)}`;
