import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { answerLines } from '../../src/model/quiz/presented-question.ts';
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

// Kept pages have stories of their own; here every page comes from the server.
test.use({ serviceWorkers: 'block' });

const kinds = ['single', 'multiple', 'judge', 'order', 'match', 'blank'] as const;
const views = ['', '/elder'] as const;

const stored = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).sort());
const study = (page: Page): Promise<Record<string, Record<string, { due: string }>>> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('hub-study') ?? '{}') as never);

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** What is pressed in these islands, where it is lower than a finger. */
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

  test('every kind of question can be answered on the page, and unfolds its answer and explanation', async ({
    page,
  }) => {
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

  test('an order is never shown as it is right', async ({ page }) => {
    const { address, question } = await ofKind(page, 'order');
    await page.goto(address);
    const shown = await page.locator(`#questions-${String(question.number)} .option__text`).allTextContents();
    const right = question.options.map(({ text }) => text);
    expect(shown).not.toEqual(right);
    expect([...shown].sort()).toEqual([...right].sort());
  });

  test('the page of one’s own study says in words what it would remember', async ({ page }) => {
    await page.goto('./my-study/');
    await expect(page.getByText('多半是脚本没有开启')).toBeVisible();
    await expect(page.getByText('什么也不会传出去')).toBeVisible();
    await page.getByRole('main').getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 2, name: '题目' })).toBeVisible();
  });
});

for (const kind of kinds) {
  test(`${kind}: wrong and then right by keyboard alone, each with a word and the explanation`, async ({
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
    // Whoever works by keyboard is still there, on the button that asks again.
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

test('an answer with one thing off is nearly right, and says what', async ({ page }) => {
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

test('at the end of an order the button stays, keeps the focus and says that there is no further', async ({
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

test('what was answered before the script came is still there', async ({ page }) => {
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

test('what was wrong is asked again: at once, the next day, later, until it is known; nothing else is kept', async ({
  page,
}) => {
  const single = await ofKind(page, 'single');
  const judge = await ofKind(page, 'judge');
  const key = `${single.slug}#${String(single.question.number)}`;
  const asked: string[] = [];
  page.on('request', (request) => {
    asked.push(`${request.method()} ${request.url()}`);
  });
  await page.clock.setFixedTime(new Date('2026-11-26T20:00:00+08:00'));

  let section = await openQuestion(page, judge);
  await answer(section, judge.question, 'right');
  expect(await stored(page)).toEqual([]);

  section = await openQuestion(page, single);
  await answer(section, single.question, 'wrong');
  const wrong = page.getByRole('region', { name: '还没答对的题' });
  await expect(wrong.getByRole('link', { name: `第 ${String(single.question.number)} 题` })).toBeVisible();
  await expect.poll(() => stored(page)).toEqual(['hub-study']);
  expect(Object.keys((await study(page))['cards'] ?? {})).toEqual([key]);

  // At once: the question is fresh, and right now does not undo what was wrong.
  await wrong.getByRole('button', { name: '再做错题' }).press('Enter');
  await expect(section).toBeFocused();
  await answer(section, single.question, 'right');
  await expect(wrong).toHaveCount(0);

  await page.goto('./my-study/');
  await expect(page.getByText('今天没有要再看的题。下一次是2026年11月27日。')).toBeVisible();

  let times = 0;
  for (let due = (await study(page))['cards']?.[key]?.due; due !== undefined; times++) {
    await page.clock.setFixedTime(new Date(due));
    await page.goto('./my-study/');
    const again = page.getByRole('group', { name: new RegExp(`第 ${String(single.question.number)} 题`) });
    await expect(again).toBeVisible();
    section = page.locator('.question');
    await answer(section, single.question, 'right');
    await expect(page.getByText(/^下次再看：|^这一题记牢了/)).toBeVisible();
    const next = (await study(page))['cards']?.[key]?.due;
    if (next !== undefined) expect(new Date(next).getTime()).toBeGreaterThan(new Date(due).getTime());
    due = next;
  }
  expect(times).toBeGreaterThanOrEqual(3);
  await expect(page.getByText('这一题记牢了，不再来问。')).toBeVisible();
  expect(await stored(page)).toEqual(['hub-study']);

  // Pages and files of this site, and nothing told to it: no other verb, no question in an address.
  const { origin } = new URL(page.url());
  const others = asked.filter((each) => !each.startsWith(`GET ${origin}/`) || each.includes('?'));
  expect(others).toEqual([]);
});

test('a due question whose page cannot be had says so, and is asked when it can', async ({ page }) => {
  const single = await ofKind(page, 'single');
  await answer(await openQuestion(page, single), single.question, 'wrong');
  await expect.poll(() => stored(page)).toEqual(['hub-study']);
  const due = Object.values((await study(page))['cards'] ?? {})[0]?.due ?? '';
  await page.clock.setFixedTime(new Date(due));
  await page.route(`**${single.address}`, (route) => route.abort());
  await page.goto('./my-study/');
  await expect(page.getByText('现在打不开，多半是没有网')).toBeVisible();
  // A network that wants its users to sign in answers with a page of its own. Nothing is forgotten for that.
  await page.unroute(`**${single.address}`);
  await page.route(`**${single.address}`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>请先登录校园网</p>' }),
  );
  await page.reload();
  await expect(page.getByText('现在打不开，多半是没有网')).toBeVisible();
  await page.unroute(`**${single.address}`);
  await page.reload();
  await expect(page.locator('.question')).toHaveCount(1);
});

test('nothing on the pages of study counts, times or ranks', async ({ page }) => {
  const single = await ofKind(page, 'single');
  const section = await openQuestion(page, single);
  await answer(section, single.question, 'right');
  const quiz = await page.locator('.quiz').innerText();
  await page.goto('./my-study/');
  const own = await page.locator('astro-island').innerText();
  expect(quiz + own).not.toMatch(/\d+\s*[%分]|得分|答对了?\s*\d|正确率|用时|连续\s*\d|\d+\s*\/\s*\d+|排名第/);
});

test('steps of a path are done when the reader says so, and the path knows where to go on', async ({
  page,
}) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  const steps = page.locator('[data-step]');
  const resume = page.locator('[data-resume]');
  await expect(steps.first().getByRole('button')).toHaveText(/^学完了/);
  await expect(resume).toBeHidden();
  const titles = (await steps.locator('a').allTextContents()).map((title) => title.trim());
  const done = steps.first().getByRole('button', { name: `学完了：${titles[0] ?? ''}` });
  await done.press('Enter');
  await expect(steps.first().getByRole('button', { name: `撤回：${titles[0] ?? ''}` })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '记作学完了' })).toBeVisible();
  await expect(steps.first()).toContainText(/✓ \d+年\d+月\d+日学完/);
  await expect(resume).toHaveText(`接着学：第 2 步 ${titles[1] ?? ''}`);

  // The step visited last is where to go on.
  await steps.nth(2).locator('a').click();
  await page.goto(address);
  await expect(resume).toHaveText(`接着学：第 3 步 ${titles[2] ?? ''}`);
  await page.goto('./my-study/');
  await expect(page.getByText('学完了：第 1 步。')).toBeVisible();
  await page.getByRole('link', { name: `第 3 步 ${titles[2] ?? ''}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[2] ?? '');

  await page.goto(address);
  await steps.first().getByRole('button').press('Enter');
  await expect(steps.first()).not.toContainText('✓');
  expect(await stored(page)).toEqual(['hub-study']);
  for (const step of await steps.all()) await step.getByRole('button').press('Enter');
  await expect(resume).toHaveText('这条路径的每一步都学完了。');
});

test('another tab hears of it', async ({ page, context }) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  const other = await context.newPage();
  await other.goto(new URL('./my-study/', new URL('/', page.url())).href);
  await expect(other.getByText('还没有开始学哪条路径')).toBeVisible();
  await page.locator('[data-step] button').first().click();
  await expect(other.getByText('学完了：第 1 步。')).toBeVisible();
});

test('all of it goes out as a file, is erased, and comes back in', async ({ page }) => {
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  await page.locator('[data-step] button').first().click();
  await page.evaluate(() => {
    localStorage.setItem('hub-recent-searches', '["坡道"]');
    const note = {
      id: 'a',
      page: '/materials/x/',
      title: '',
      quote: '',
      before: '',
      after: '',
      text: '',
      day: '2026-11-26',
    };
    localStorage.setItem('hub-notes', JSON.stringify({ version: 1, notes: [note] }));
  });
  const before = await study(page);
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00+08:00'));
  await page.goto('./my-study/');
  const status = page.locator('.study-said');

  const leaving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出成文件' }).press('Enter');
  const download = await leaving;
  expect(download.suggestedFilename()).toBe('gongjian-study-2026-11-26.json');
  await expect(status).toContainText('已导出成文件 gongjian-study-2026-11-26.json');
  const file = await readFile(await download.path());

  const erase = page.getByRole('button', { name: '清空', exact: true });
  await erase.press('Enter');
  const question = page.getByRole('group', { name: /要清空这台设备上的1 条路径的学习进度、1 条笔记吗/ });
  await expect(question).toBeFocused();
  await page.getByRole('button', { name: '不清空' }).press('Enter');
  await expect(erase).toBeFocused();
  expect(await stored(page)).toContain('hub-study');
  await erase.press('Enter');
  await page.getByRole('button', { name: '确定清空' }).press('Enter');
  await expect(status).toHaveText(
    '已清空：1 条路径的学习进度、1 条笔记。这台设备上不再有学习记录和存下的网页。',
  );
  expect(await stored(page)).toEqual(['hub-recent-searches']);
  await expect(page.getByText('还没有开始学哪条路径')).toBeVisible();
  await erase.press('Enter');
  await expect(status).toHaveText('这台设备上没有学习记录，也没有存下的网页，不用清空。');

  const input = page.getByLabel('从文件导入');
  await input.setInputFiles({ name: 'photo.json', mimeType: 'application/json', buffer: Buffer.from('PNG') });
  await expect(status).toContainText('这个文件读不出来');
  expect(await stored(page)).toEqual(['hub-recent-searches']);
  await input.setInputFiles({ name: 'study.json', mimeType: 'application/json', buffer: file });
  await expect(status).toContainText('已导入：1 条路径的学习进度、1 条笔记。');
  expect(await study(page)).toEqual(before);
  await expect(page.getByText('学完了：第 1 步。')).toBeVisible();
});

test('where the device keeps nothing, the page says so and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const [address = ''] = await entriesOf(page, './paths/');
  await page.goto(address);
  await page.locator('[data-step] button').first().click();
  await expect(page.getByText('这台设备不让网页存东西')).toBeVisible();
  await expect(page.locator('[data-resume]')).toContainText('第 2 步');
  expect(await stored(page)).toEqual([]);
});

for (const view of views) {
  test(`axe finds nothing in any state, in ${view || 'the normal view'}, and all is large enough`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const problems: string[] = [];
    const look = async (state: string): Promise<void> => {
      const found = await axe(page);
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
    const due = Object.values((await study(page))['cards'] ?? {}).map((card) => card.due)[0] ?? '';
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

test('on paper the questions come first, and the answers on a page of their own', async ({ page }) => {
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
