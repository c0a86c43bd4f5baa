import { found, nameOf, findingIf } from './rule.ts';
import type { RuleContext, Rule, RuleEntry } from './rule.ts';

type Replaceable = 'documents' | 'policies';

/** The fields that documents and policies share. */
interface Validity {
  validity?: string;
  issued?: string;
  supersedes?: readonly string[];
}

/** Checks which text replaces which: readers must never see two texts in force for the same matter. */
export function successionRules<N extends Replaceable>(name: N): Rule<N>[] {
  const validityOf = (entry: RuleEntry<N>): Validity => entry.data as unknown as Validity;
  const superseded = (entry: RuleEntry<N>, hub: RuleContext): RuleEntry<N>[] =>
    (validityOf(entry).supersedes ?? [])
      .map((slug) => hub.find(name, slug))
      .filter((other) => other !== undefined);

  return [
    (entry, hub) => {
      if (validityOf(entry).validity !== 'current') return [];
      const successors = hub
        .referring(name, name, entry.slug)
        .filter((other) => other.slug !== entry.slug && validityOf(other).supersedes?.includes(entry.slug));
      return successors.map((other) =>
        found('validity', `${nameOf(other)}已经替代了它，请把“有效性”改成修订或废止。`),
      );
    },
    (entry, hub) => {
      if (validityOf(entry).supersedes?.includes(entry.slug)) {
        return [found('supersedes', '“替代的文件”里写了这份文件自己，请删去。')];
      }
      const reached = new Set<string>();
      const waiting = superseded(entry, hub);
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        if (next.slug === entry.slug) {
          return [found('supersedes', '顺着“替代的文件”一份份找下去又回到了这里，请核对是哪份替代哪份。')];
        }
        if (reached.has(next.slug)) continue;
        reached.add(next.slug);
        waiting.push(...superseded(next, hub));
      }
      return [];
    },
    (entry, hub) =>
      superseded(entry, hub).flatMap((other) => {
        const [mine, theirs] = [validityOf(entry).issued, validityOf(other).issued];
        return findingIf(
          mine !== undefined && theirs !== undefined && mine < theirs,
          'supersedes',
          `这份文件（${mine ?? ''}）比它要替代的${nameOf(other)}（${theirs ?? ''}）还早，请核对是哪份替代哪份。`,
        );
      }),
  ];
}
