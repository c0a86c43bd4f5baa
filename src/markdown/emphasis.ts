import type { MarkdownIt, StateInline } from 'markdown-it';
import { areAPair, mayClose, mayOpen } from './meant-marks.ts';
import { markRuns } from './mark-runs.ts';

type Delimiter = StateInline['delimiters'][number];

/** Each round frees the runs that were paired wrongly for their right partners. Texts of people need two or three. */
const rounds = 8;

/**
 * Emphasis only where a writer of Chinese would mean it; elsewhere stars, waves and underscores stay as typed. Sits
 * around markdown-it's own pairing: takes roles away before it, looks at the pairs behind it, and lets it pair again.
 */
export function emphasis(md: MarkdownIt): void {
  const [pairUp] = md.inline.ruler2.getRules('');
  if (!pairUp) throw new Error('markdown-it has no rule that pairs delimiters.');

  md.inline.ruler2.at('balance_pairs', (state) => {
    const lists = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])];
    if (lists.every((list) => list.length === 0)) return;
    const runs = markRuns(state);
    for (const delimiter of lists.flat()) {
      const run = runs.of(delimiter.token);
      if (!run) continue;
      delimiter.open &&= mayOpen(run);
      delimiter.close &&= mayClose(run);
    }
    const roles = lists
      .flat()
      .map((delimiter) => ({ delimiter, open: delimiter.open, close: delimiter.close }));

    for (let round = 1; ; round++) {
      pairUp(state);
      const wrong = new Set(lists.flatMap(wrongOpeners));
      if (wrong.size === 0) return;
      if (round === rounds) {
        for (const delimiter of wrong) delimiter.end = -1;
        return;
      }
      for (const role of roles) {
        if (wrong.has(role.delimiter)) role.open = false;
        Object.assign(role.delimiter, { open: role.open, close: role.close, end: -1 });
      }
    }

    function wrongOpeners(list: Delimiter[]): Delimiter[] {
      return list.filter(({ token, end }) => {
        const [open, close] = [runs.of(token), runs.of(list[end]?.token ?? -1)];
        return open && close && !areAPair(open, close, runs);
      });
    }
  });
}
