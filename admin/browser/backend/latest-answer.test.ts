import { expect, it } from 'vitest';
import { latestAnswer } from './latest-answer.ts';

/** A request that the test resolves or rejects itself. */
function question() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { ask: () => promise, resolve, reject };
}

function told() {
  const heard: string[] = [];
  const ask = latestAnswer<string>(
    (answer) => heard.push(answer),
    (error) => heard.push(`failed: ${String(error)}`),
  );
  return { heard, ask };
}

it('reports only the answer to the last request, in any order of arrival', async () => {
  const { heard, ask } = told();
  const [first, second, third] = [question(), question(), question()];
  const all = [first, second, third].map((each) => ask(each.ask));
  third.resolve('third');
  first.resolve('first');
  second.resolve('second');
  await Promise.all(all);
  expect(heard).toEqual(['third']);
});

it('ignores a late error of an older request, and reports the error of the last one', async () => {
  const { heard, ask } = told();
  const [first, second, third] = [question(), question(), question()];
  const both = [ask(first.ask), ask(second.ask)];
  second.resolve('second');
  first.reject('no line');
  await Promise.all(both);
  const last = ask(third.ask);
  third.reject('no line');
  await last;
  expect(heard).toEqual(['second', 'failed: no line']);
});

it('reports every answer to consecutive requests', async () => {
  const { heard, ask } = told();
  await ask(() => Promise.resolve('a'));
  await ask(() => Promise.resolve('b'));
  expect(heard).toEqual(['a', 'b']);
});
