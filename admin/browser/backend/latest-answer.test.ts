import { expect, it } from 'vitest';
import { latestAnswer } from './latest-answer.ts';

/** A request that the test resolves or rejects itself. */
function pendingRequest() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { ask: () => promise, resolve, reject };
}

function recorder() {
  const reported: string[] = [];
  const ask = latestAnswer<string>(
    (answer) => reported.push(answer),
    (error) => reported.push(`failed: ${String(error)}`),
  );
  return { reported, ask };
}

it('reports only the answer to the last request, in any order of arrival', async () => {
  const { reported, ask } = recorder();
  const [first, second, third] = [pendingRequest(), pendingRequest(), pendingRequest()];
  const all = [first, second, third].map((each) => ask(each.ask));
  third.resolve('third');
  first.resolve('first');
  second.resolve('second');
  await Promise.all(all);
  expect(reported).toEqual(['third']);
});

it('ignores a late error of an older request, and reports the error of the last one', async () => {
  const { reported, ask } = recorder();
  const [first, second, third] = [pendingRequest(), pendingRequest(), pendingRequest()];
  const both = [ask(first.ask), ask(second.ask)];
  second.resolve('second');
  first.reject('no line');
  await Promise.all(both);
  const last = ask(third.ask);
  third.reject('no line');
  await last;
  expect(reported).toEqual(['second', 'failed: no line']);
});

it('reports every answer to consecutive requests', async () => {
  const { reported, ask } = recorder();
  await ask(() => Promise.resolve('a'));
  await ask(() => Promise.resolve('b'));
  expect(reported).toEqual(['a', 'b']);
});
