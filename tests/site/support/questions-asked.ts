/**
 * Questions on the built pages, and answering them by keyboard alone. No test names a question of the sample content:
 * right answers are read from the page itself.
 */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { PresentedQuestion } from '../../../src/model/quiz/presented-question.ts';
import { writingsOf } from '../../../src/model/quiz/question-kinds.ts';
import { entriesOf } from './page-types.ts';

export interface Found {
  /** Without scheme and host: `/quizzes/xieshang-ziche/`. */
  address: string;
  slug: string;
  question: PresentedQuestion;
}

/** The first question of each kind on the site. */
export async function questionOfEachKind(page: Page): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const whole of await entriesOf(page, './quizzes/')) {
    const { pathname } = new URL(whole);
    for (const question of await questionsAt(page, pathname)) {
      const slug = pathname.split('/').at(-2) ?? '';
      if (!found.has(question.kind)) found.set(question.kind, { address: pathname, slug, question });
    }
  }
  return [...found.values()];
}

async function questionsAt(page: Page, address: string): Promise<PresentedQuestion[]> {
  const html = await (await page.request.get(address)).text();
  const [, data = '{}'] = /data-questions>([^<]*)</.exec(html) ?? [];
  return (JSON.parse(data) as { questions: PresentedQuestion[] }).questions;
}

export async function ofKind(page: Page, kind: PresentedQuestion['kind']): Promise<Found> {
  const found = (await questionOfEachKind(page)).find(({ question }) => question.kind === kind);
  if (!found) throw new Error(`No self-test of the sample content asks a question of the kind "${kind}".`);
  return found;
}

/** Goes to the question and waits until the island has loaded. */
export async function openQuestion(page: Page, { address, question }: Found, view = ''): Promise<Locator> {
  await page.goto(view + address);
  const section = page.locator(`#questions-${String(question.number)}`);
  await expect(section.getByRole('button', { name: '看看对不对' })).toBeVisible();
  return section;
}

/** Answers by keyboard and presses the button. */
export async function answer(
  section: Locator,
  question: PresentedQuestion,
  how: 'right' | 'wrong',
): Promise<void> {
  await giveAnswer(section, question, how);
  await check(section);
}

export async function check(section: Locator): Promise<void> {
  const button = section.getByRole('button', { name: '看看对不对' });
  await tabTo(section, button);
  await section.page().keyboard.press('Enter');
}

export async function giveAnswer(
  section: Locator,
  question: PresentedQuestion,
  how: 'right' | 'wrong',
): Promise<void> {
  const { keyboard } = section.page();
  const isRight = how === 'right';
  const { kind, options, truth, shown } = question;
  switch (kind) {
    case 'judge':
    case 'single': {
      const values = kind === 'judge' ? ['right', 'wrong'] : options.map((_, place) => String(place));
      const wanted = values.find((value) => {
        const fits = kind === 'judge' ? value === truth : options[Number(value)]?.right === true;
        return fits === isRight;
      });
      await tabTo(section, section.getByRole('radio').first());
      await keyboard.press('Space');
      for (let at = 0; at < values.indexOf(wanted ?? ''); at++) await keyboard.press('ArrowDown');
      return;
    }
    case 'multiple':
      for (const [place, { right }] of options.entries()) {
        if ((right === true) !== isRight) continue;
        await tabTo(section, section.getByRole('checkbox').nth(place));
        await keyboard.press('Space');
      }
      return;
    case 'blank':
      for (const [place, { text }] of options.entries()) {
        await tabTo(section, section.getByRole('textbox').nth(place));
        await keyboard.insertText(isRight ? (writingsOf(text).at(-1) ?? '') : '不知道');
      }
      return;
    case 'match':
      for (const place of options.keys()) {
        await tabTo(section, section.getByRole('combobox').nth(place));
        const wanted = shown.indexOf(isRight ? place : (place + 1) % options.length);
        for (let at = -1; at < wanted; at++) await keyboard.press('ArrowDown');
      }
      return;
    case 'order':
      await sort(
        section,
        isRight ? options.map(({ text }) => text) : options.map(({ text }) => text).reverse(),
      );
  }
}

/** Moves each line up to its place; the button must keep the focus. */
async function sort(section: Locator, wanted: readonly string[]): Promise<void> {
  const { keyboard } = section.page();
  for (const [place, text] of wanted.entries()) {
    const lines = section.locator('.option__text');
    const from = (await lines.allTextContents()).indexOf(text);
    const up = section.getByRole('button', { name: `上移“${text}”` });
    await tabTo(section, up);
    for (let at = from; at > place; at--) {
      await keyboard.press('Enter');
      await expect(up).toBeFocused();
      await expect(section.getByRole('status')).toHaveText(
        `“${text}”排到第 ${String(at)} 位，一共 ${String(wanted.length)} 项。`,
      );
    }
  }
  // When the order is right already, nothing was moved, and that is no answer.
}

/** Presses Tab from the beginning of the question until the control has the focus. */
async function tabTo(section: Locator, control: Locator): Promise<void> {
  await section.focus();
  for (let stop = 0; stop < 40; stop++) {
    await section.page().keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not reach the control.');
}

/** Answers without the keyboard, for tests of what is shown afterwards. */
export async function answerQuickly(
  section: Locator,
  question: PresentedQuestion,
  how: 'right' | 'wrong',
): Promise<void> {
  const isRight = how === 'right';
  const { kind, options, truth } = question;
  for (const [place, { right, text }] of options.entries()) {
    const other = (place + 1) % options.length;
    if (kind === 'single' || kind === 'multiple') {
      if ((right === true) === isRight) await section.locator('.option__input').nth(place).check();
    } else if (kind === 'match') {
      await section
        .getByRole('combobox')
        .nth(place)
        .selectOption(String(isRight ? place : other));
    } else if (kind === 'blank') {
      await section
        .getByRole('textbox')
        .nth(place)
        .fill(isRight ? (writingsOf(text)[0] ?? '') : '不知道');
    }
  }
  if (kind === 'judge') await section.locator(`[value=${truth === 'right' ? 'right' : 'wrong'}]`).check();
  if (kind === 'judge' && !isRight) await section.locator('.option__input:not(:checked)').check();
  if (kind === 'order') await section.evaluate(moveLines, isRight ? options.map(({ text }) => text) : []);
  await section.getByRole('button', { name: '看看对不对' }).click();
}

/** In the page: presses buttons until the lines are in this order; without one, moves the first line down. */
function moveLines(section: HTMLElement | SVGElement, wanted: readonly string[]): void {
  const lines = (): Element[] => [...section.querySelectorAll('.option--moving')];
  const buttons = (line: Element | undefined): HTMLButtonElement[] => [
    ...(line?.querySelectorAll('button') ?? []),
  ];
  if (wanted.length === 0) buttons(lines()[0])[1]?.click();
  for (const [place, text] of wanted.entries()) {
    const from = lines().findIndex((line) => line.querySelector('.option__text')?.textContent === text);
    for (let at = from; at > place; at--) buttons(lines()[at])[0]?.click();
  }
}
