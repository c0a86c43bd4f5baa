import type { GrowthCase } from './shapes.ts';
import type { Subject } from './subjects.ts';
import { casesOf } from './text-cases.ts';

/** What once took a time that grew faster than the text, or never ended. */
const found: Partial<Record<Subject, RegExp>> = {
  markdown:
    /^(?:\^\[\] (?:rep|one per p)|\[\^1\]: {2}unclosed, one|<!----> unclosed|## {2}one per line|\[\^\] opened)/,
  'front matter': /^(?:\\"\\" unclosed|\[\] repeated|\{a: \} repeated|: {2}unclosed)$/,
  feed: /^<!----> repeated/,
  'page text': /^ﷺ unclosed, one/,
};

/**
 * The cases for the unit tests, which cannot count them all: everything that is not made from a table, and of each
 * construct one shape after the other, so that every shape and every construct is there. The bench counts all.
 */
export function testedCases(subject: Subject): GrowthCase[] {
  const all = casesOf[subject];
  const special = all.filter(({ name, construct }) => construct === undefined || found[subject]?.test(name));
  // A checked body is a rendered one, and each construct is there already; the same for the other front matter.
  if (subject === 'body' || subject === 'front matter with parts') return special;
  const shapes = Map.groupBy(
    all.filter((each) => !special.includes(each)),
    ({ construct }) => construct,
  );
  return [...special, ...[...shapes.values()].flatMap((of, at) => of[at % of.length] ?? [])];
}
