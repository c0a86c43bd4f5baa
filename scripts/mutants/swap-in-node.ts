// What for: a server that a test starts as a process of its own has the mutant too, not only what vitest loads.
// How: NODE_OPTIONS=--import=…/swap-in-node.ts, set by the mutation run.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readSwap } from './swap.ts';

const swap = readSwap();
if (swap?.file !== undefined) {
  const url = pathToFileURL(swap.file).href;
  registerHooks({
    load: (asked, context, next) =>
      asked === url
        ? { format: 'module-typescript', source: swap.text, shortCircuit: true }
        : next(asked, context),
  });
}
