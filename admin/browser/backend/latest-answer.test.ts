import { expect, it } from 'vitest';
import { latestAnswer } from './latest-answer.ts';

/** A question that is answered when the test says so. */
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

it('tells the answer to the last question, in whatever order they come', async () => {
  const { heard, ask } = told();
  const [first, second, third] = [question(), question(), question()];
  const all = [first, second, third].map((each) => ask(each.ask));
  third.resolve('third');
  first.resolve('first');
  second.resolve('second');
  await Promise.all(all);
  expect(heard).toEqual(['third']);
});

it('a late failure takes nothing away, the failure of the last question is told', async () => {
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

it('answers one after another are all told', async () => {
  const { heard, ask } = told();
  await ask(() => Promise.resolve('a'));
  await ask(() => Promise.resolve('b'));
  expect(heard).toEqual(['a', 'b']);
});
