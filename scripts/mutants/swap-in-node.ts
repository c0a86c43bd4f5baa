// What for: loads the mutant in processes that a test starts, such as a server, not only in vitest.
// How: NODE_OPTIONS=--import=…/swap-in-node.ts, set by the mutation run.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readSwap } from './swap.ts';

const swap = readSwap();
if (swap?.file !== undefined) {
  const url = pathToFileURL(swap.file).href;
  registerHooks({
    load: (requested, context, next) =>
      requested === url
        ? { format: 'module-typescript', source: swap.text, shortCircuit: true }
        : next(requested, context),
  });
}
