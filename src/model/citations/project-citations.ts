/** A clause a project carries out, with the places of its two fields: `plan`, or `clauses.1.plan`. */
export interface Citation {
  plan?: string | undefined;
  clause?: string | undefined;
  at: { plan: string; clause: string };
}

interface Cites {
  readonly plan?: string | undefined;
  readonly clause?: string | undefined;
  readonly clauses?:
    readonly { readonly plan?: string | undefined; readonly clause?: string | undefined }[] | undefined;
}

/**
 * Every clause a project says it carries out. The first has fields of its own, from when a project could name only one;
 * the others stand in a list, of the same plan or of any other.
 */
export const citationsOf = ({ plan, clause, clauses = [] }: Cites): Citation[] => [
  ...(plan === undefined && clause === undefined
    ? []
    : [{ plan, clause, at: { plan: 'plan', clause: 'clause' } }]),
  ...clauses.map((each, index) => ({
    plan: each.plan,
    clause: each.clause,
    at: { plan: `clauses.${String(index)}.plan`, clause: `clauses.${String(index)}.clause` },
  })),
];
