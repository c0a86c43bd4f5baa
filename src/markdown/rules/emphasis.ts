import type { MarkdownIt, StateInline } from 'markdown-it';
import { canClose, canOpen, pairingFault } from '../syntax/emphasis-delimiters.ts';
import { delimiterRuns } from '../syntax/delimiter-runs.ts';

type Delimiter = StateInline['delimiters'][number];

/** Each round frees wrongly paired runs for the right partner. Real texts need two or three rounds. */
const maxRounds = 8;

/**
 * Makes emphasis only where a Chinese writer would mean it. Other stars, tildes and underscores stay as typed. Wraps
 * markdown-it's own `balance_pairs`: before it, some delimiters lose their roles; after it, the pairs are checked, and
 * markdown-it pairs again without the wrong ones.
 */
export function emphasis(md: MarkdownIt): void {
  const [balancePairs] = md.inline.ruler2.getRules('');
  if (!balancePairs) throw new Error('markdown-it has no `balance_pairs` rule.');

  md.inline.ruler2.at('balance_pairs', (state) => {
    const lists = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])];
    if (lists.every((list) => list.length === 0)) return;
    const runs = delimiterRuns(state);
    for (const delimiter of lists.flat()) {
      const run = runs.of(delimiter.token);
      if (!run) continue;
      delimiter.open &&= canOpen(run);
      delimiter.close &&= canClose(run);
    }
    const roles = lists
      .flat()
      .map((delimiter) => ({ delimiter, open: delimiter.open, close: delimiter.close }));

    for (let round = 1; ; round++) {
      balancePairs(state);
      const wrong = lists.flatMap((list) => list.flatMap((open) => wrongPair(open, list[open.end])));
      if (wrong.length === 0) return;
      if (round === maxRounds) {
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
      const [openRun, closeRun] = [runs.of(open.token), close && runs.of(close.token)];
      if (!close || !openRun || !closeRun) return [];
      const fault = pairingFault(openRun, closeRun, runs);
      return fault ? [{ open, close, fault }] : [];
    }
  });
}
