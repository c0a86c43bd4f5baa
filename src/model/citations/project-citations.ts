/** A clause that a project carries out, with the paths of its two fields: `plan`, or `clauses.1.plan`. */
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
 * Every clause that a project carries out. The first has fields of its own, from the time when a project could have only
 * one. The others are in a list, and may belong to other plans.
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
