// What for: one vitest that stays, and runs the tests of one mutant after another. It is ended from outside when a
// mutant never comes to an end.
// How: forked by the mutation run (run-tests.ts), which sends orders.
import { BaseSequencer, createVitest } from 'vitest/node';
import type { TestModule, TestSpecification } from 'vitest/node';
import { readSwap } from './swap.ts';
import type { Answer, Order } from './run-tests.ts';

class AsAsked extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }
}

const vitest = await createVitest(
  {
    watch: false,
    bail: 1,
    maxWorkers: 1,
    pool: 'forks',
    reporters: [{}],
    // Kept transforms are found by the file on the disk, which is not what is tried here.
    fsModuleCache: false,
    silent: true,
    // The nearest first, as they are asked for.
    sequence: { sequencer: AsAsked },
  },
  {
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (_code, id) => {
          const swap = readSwap();
          return swap?.file === id ? { code: swap.text } : undefined;
        },
      },
    ],
  },
);
await vitest.standalone();
const project = vitest.getRootProject();

process.on('message', ({ swapped, tests }: Order) => {
  void answer(swapped, tests).then((each) => process.send?.(each));
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(swapped: string | undefined, tests: string[]): Promise<Answer> {
  if (swapped !== undefined) vitest.invalidateFile(swapped);
  try {
    // What earlier runs found would be told again.
    vitest.state.filesMap.clear();
    vitest.state.clearErrors();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      tests.map((file) => project.createSpecification(file)),
    );
    const failed = testModules.find((each) => !each.ok());
    // What was left out after a failure took no time.
    const passed = testModules.filter((each) => each.state() === 'passed');
    const took = Object.fromEntries(passed.map((each) => [each.moduleId, tookOf(each)]));
    if (failed) return { failed: failed.moduleId, took };
    return unhandledErrors.length > 0 ? { failed: 'an unhandled error', took } : { took };
  } catch (error) {
    return { failed: String(error), took: {} };
  } finally {
    if (swapped !== undefined) vitest.invalidateFile(swapped);
  }
}

function tookOf(each: TestModule): number {
  const { setupDuration, collectDuration, duration, prepareDuration, environmentSetupDuration } =
    each.diagnostic();
  return setupDuration + collectDuration + duration + prepareDuration + environmentSetupDuration;
}
