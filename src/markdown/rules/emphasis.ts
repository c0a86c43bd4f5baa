import type { MarkdownIt, StateInline } from 'markdown-it';
import { pairingFault, mayClose, mayOpen } from '../syntax/emphasis-delimiters.ts';
import { delimiterRuns } from '../syntax/delimiter-runs.ts';

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
    const runs = delimiterRuns(state);
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
      const wrong = lists.flatMap((list) => list.flatMap((open) => wrongPair(open, list[open.end])));
      if (wrong.length === 0) return;
      if (round === rounds) {
        for (const { open } of wrong) open.end = -1;
        return;
      }
      const openers = new Set(wrong.flatMap(({ open, fault }) => (fault === 'open' ? [open] : [])));
      const closers = new Set(wrong.flatMap(({ close, fault }) => (fault === 'close' ? [close] : [])));
      for (const role of roles) {
        role.open &&= !openers.has(role.delimiter);
        role.close &&= !closers.has(role.delimiter);
        Object.assign(role.delimiter, { open: role.open, close: role.close, end: -1 });
      }
    }

    function wrongPair(open: Delimiter, close: Delimiter | undefined) {
      const [one, other] = [runs.of(open.token), close && runs.of(close.token)];
      if (!close || !one || !other) return [];
      const fault = pairingFault(one, other, runs);
      return fault ? [{ open, close, fault }] : [];
    }
  });
}
