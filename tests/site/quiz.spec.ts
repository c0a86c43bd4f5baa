/** A self-test: answering, explanations, on paper, and without script. */
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerLines } from '../../src/model/quiz/presented-question.ts';
import { axeProblems } from './support/axe.ts';
import { sidewaysNeed, smallTargets, smallTexts } from './support/elder-measures.ts';
import { entriesOf } from './support/page-types.ts';
import {
  answer,
  answerQuickly,
  check,
  giveAnswer,
  ofKind,
  openQuestion,
  questionOfEachKind,
} from './support/questions-asked.ts';
import { storedStudy } from './support/stored-study.ts';

const kinds = ['single', 'multiple', 'judge', 'order', 'match', 'blank'] as const;
const views = ['', '/elder'] as const;

/** Controls in these islands that are too low for a finger. */
const lowControls = (page: Page): Promise<string[]> =>
  page
    .locator('main .button, main .option, main .option__select, main .option__blank, main summary')
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
        .map(({ className }) => `${className} is low`),
    );

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of question can be answered, and unfolds its answer and explanation', async ({ page }) => {
    const found = await questionOfEachKind(page);
    expect(found.map(({ question }) => question.kind).sort()).toEqual([...kinds].sort());
    for (const { address, question } of found) {
      await page.goto(address);
      const section = page.locator(`#questions-${String(question.number)}`);
      await expect(section.getByRole('group', { name: `第 ${String(question.number)} 题` })).toBeVisible();
      const [line = ''] = answerLines(question);
      const answer = section.locator('.explained');
      await expect(answer).toBeHidden();
      await section.getByText('看答案和讲解').click();
      await expect(answer).toContainText(line);
      await expect(answer).toContainText(question.explanation);
      await expect(answer).toContainText(question.basis);
      for (const { why } of question.options) if (why) await expect(answer).toContainText(why);
      const controls = section.locator('input, select');
      expect(await controls.count()).toBeGreaterThan(0);
      await expect(section.getByRole('button')).toHaveCount(0);
    }
  });

  test('an order is never shown in the right order', async ({ page }) => {
    const { address, question } = await ofKind(page, 'order');
    await page.goto(address);
    const shown = await page.locator(`#questions-${String(question.number)} .option__text`).allTextContents();
    const right = question.options.map(({ text }) => text);
    expect(shown).not.toEqual(right);
    expect([...shown].sort()).toEqual([...right].sort());
  });

  test('我的学习 says what it would remember', async ({ page }) => {
    await page.goto('./my-study/');
    await expect(page.getByText('多半是脚本没有开启')).toBeVisible();
    await expect(page.getByText('什么也不会传出去')).toBeVisible();
    await page.getByRole('main').getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 2, name: '题目' })).toBeVisible();
  });
});

for (const kind of kinds) {
  test(`${kind}: a wrong and a right answer by keyboard alone, with result and explanation`, async ({
    page,
  }) => {
    const found = await ofKind(page, kind);
    const { question } = found;
    const section = await openQuestion(page, found);
    const status = section.getByRole('status');

    await check(section);
    await expect(status).toContainText('还');
    await expect(section.locator('.explained')).toHaveCount(0);

    await answer(section, question, 'wrong');
    await expect(status).toContainText('✗不对。');
    await expect(section.locator('.explained')).toContainText(question.explanation);
    if (kind === 'single' || kind === 'judge') {
      const marks = await section.locator('.option__mark').allTextContents();
      expect(marks.map((each) => each.trim()).sort()).toEqual(['✓ 对的是这项', '✗ 选错了']);
    }
    if (kind === 'single') {
      const chosen = question.options.find(({ right }) => !right);
      await expect(section.locator('.option__why').first()).toBeVisible();
      await expect(section).toContainText(chosen?.why ?? 'no why');
    }
    // The focus is on the button that asks again.
    const again = section.getByRole('button', { name: '再答一次' });
    await expect(again).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status).toBeEmpty();

    await answer(section, question, 'right');
    await expect(status).toContainText('✓对。');
    const passage = section.getByRole('link', { name: question.passage.label });
    await passage.press('Enter');
    await expect(page).toHaveURL(new URL(question.passage.address, page.url()).href);
    await expect(page.locator(':target')).toBeVisible();
  });
}

test('an answer with one mistake is nearly right, and says what is wrong', async ({ page }) => {
  const multiple = await ofKind(page, 'multiple');
  let section = await openQuestion(page, multiple);
  await giveAnswer(section, multiple.question, 'right');
  await section.getByRole('checkbox', { checked: true }).first().press('Space');
  await check(section);
  await expect(section.getByRole('status')).toHaveText('≈还差一点：还有一项没选上。');

  const order = await ofKind(page, 'order');
  section = await openQuestion(page, order);
  await giveAnswer(section, order.question, 'right');
  await section.getByRole('button', { name: /^下移/ }).first().press('Enter');
  await check(section);
  await expect(section.getByRole('status')).toHaveText('≈还差一点：有两项要换一换。');
  await expect(section.locator('.option__mark')).toHaveText(['✗ 应排第 2', '✗ 应排第 1']);
});

test('at the end of an order the button stays, keeps the focus and says that it is the end', async ({
  page,
}) => {
  const order = await ofKind(page, 'order');
  const section = await openQuestion(page, order);
  const up = section.getByRole('button', { name: /^上移/ }).first();
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await up.press('Enter');
  await expect(up).toBeFocused();
  await expect(section.getByRole('status')).toContainText('已经在最前面了');
});

test('an answer given before the script loads stays', async ({ page }) => {
  const { address, question } = await ofKind(page, 'single');
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_astro\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  const section = page.locator(`#questions-${String(question.number)}`);
  await section.getByRole('radio').nth(1).check();
  release();
  await expect(section.getByRole('button', { name: '看看对不对' })).toBeVisible();
  await expect(section.getByRole('radio').nth(1)).toBeChecked();
  await expect(section.getByRole('radio').nth(1)).toBeFocused();
});

for (const view of views) {
  test(`axe finds nothing in any state, in ${view || 'the normal view'}, and everything is large enough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const problems: string[] = [];
    const look = async (state: string): Promise<void> => {
      const found = await axeProblems(page, { within: 'main' });
      if ((await sidewaysNeed(page)) > 0) found.push('scrolls sideways');
      if (view === '') found.push(...(await lowControls(page)));
      else found.push(...(await smallTargets(page, 60)), ...(await smallTexts(page, 20, 1.6)));
      problems.push(...found.map((each) => `${state}: ${each}`));
    };
    const pages = Map.groupBy(await questionOfEachKind(page), ({ address }) => address);
    for (const questions of pages.values()) {
      const [first] = questions;
      if (first) await openQuestion(page, first, view);
      await look('initial');
      const asked = questions.map(({ question }) => ({
        question,
        section: page.locator(`#questions-${String(question.number)}`),
      }));
      for (const { question, section } of asked) {
        if (question.kind !== 'order') continue;
        await section.getByRole('button', { name: /^下移/ }).first().press('Enter');
        await look('order moved');
      }
      for (const { question, section } of asked) await answerQuickly(section, question, 'wrong');
      await look('wrong');
      for (const { question, section } of asked) {
        await section.getByRole('button', { name: '再答一次' }).click();
        await answerQuickly(section, question, 'right');
      }
      await look('right');
    }
    const due = Object.values((await storedStudy(page))['cards'] ?? {}).map((card) => card.due)[0] ?? '';
    await page.clock.setFixedTime(new Date(due));
    await page.goto(`${view}/my-study/`);
    await expect(page.locator('.question')).not.toHaveCount(0);
    await look('my study with due questions');
    await page.getByRole('button', { name: '清空', exact: true }).press('Enter');
    await look('my study asking before it erases');
    const [path = ''] = await entriesOf(page, './paths/');
    await page.goto(view + new URL(path).pathname);
    await page.locator('[data-step] button').first().press('Enter');
    await look('path with a step done');
    expect(problems).toEqual([]);
  });
}

test('on paper the questions come first, then the answers on a new page', async ({ page }) => {
  const found = await ofKind(page, 'single');
  const section = await openQuestion(page, found);
  await answer(section, found.question, 'wrong');
  await page.emulateMedia({ media: 'print' });
  await expect(section.locator('.explained')).toBeHidden();
  await expect(section.getByRole('button')).toHaveCount(0);
  const answers = page.locator('.quiz__answers');
  await expect(answers).toBeVisible();
  await expect(answers).toContainText(found.question.explanation);
  const last = await page.locator('.question').last().boundingBox();
  expect((await answers.boundingBox())?.y).toBeGreaterThan(last?.y ?? Infinity);
  expect(await answers.evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
});
