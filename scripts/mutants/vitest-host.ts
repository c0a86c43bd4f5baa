// What for: one vitest process that runs the tests of one mutant after another. The parent kills it when a mutant hangs.
// How: forked by run-tests.ts, which sends requests.
import { BaseSequencer, createVitest } from 'vitest/node';
import type { TestModule, TestSpecification } from 'vitest/node';
import { readSwap } from './swap.ts';
import type { TestRunResult, TestRunRequest } from './run-tests.ts';

class KeepOrder extends BaseSequencer {
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
    // This cache is keyed by the file on disk, which is not the text that is tested here.
    fsModuleCache: false,
    silent: true,
    sequence: { sequencer: KeepOrder },
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

process.on('message', ({ swapped, tests }: TestRunRequest) => {
  void runTests(swapped, tests).then((each) => process.send?.(each));
});
// The parent has ended.
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function runTests(swapped: string | undefined, tests: string[]): Promise<TestRunResult> {
  if (swapped !== undefined) vitest.invalidateFile(swapped);
  try {
    // Otherwise the results of earlier runs are reported again.
    vitest.state.filesMap.clear();
    vitest.state.clearErrors();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
      tests.map((file) => project.createSpecification(file)),
    );
    const failed = testModules.find((each) => !each.ok());
    // Files skipped after a failure have no duration.
    const passed = testModules.filter((each) => each.state() === 'passed');
    const durations = Object.fromEntries(passed.map((each) => [each.moduleId, durationOf(each)]));
    if (failed) return { failed: failed.moduleId, durations };
    return unhandledErrors.length > 0 ? { failed: 'an unhandled error', durations } : { durations };
  } catch (error) {
    return { failed: String(error), durations: {} };
  } finally {
    if (swapped !== undefined) vitest.invalidateFile(swapped);
  }
}

function durationOf(each: TestModule): number {
  const { setupDuration, collectDuration, duration, prepareDuration, environmentSetupDuration } =
    each.diagnostic();
  return setupDuration + collectDuration + duration + prepareDuration + environmentSetupDuration;
}
