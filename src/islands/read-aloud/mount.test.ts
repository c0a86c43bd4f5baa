// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offerReadAloud } from './offer.ts';

/** Replaces the browser's speech; the test decides when a sentence ends. */
class Speech {
  spoken: { text: string; rate: number }[] = [];
  now: SpeechSynthesisUtterance | undefined;
  readonly voices: Partial<SpeechSynthesisVoice>[];
  constructor(voices: Partial<SpeechSynthesisVoice>[]) {
    this.voices = voices;
  }
  get speaking(): boolean {
    return this.now !== undefined;
  }
  getVoices = () => this.voices;
  speak = (words: SpeechSynthesisUtterance): void => {
    this.now = words;
    this.spoken.push({ text: words.text, rate: words.rate });
  };
  cancel = (): void => {
    const cut = this.now;
    this.now = undefined;
    // As in browsers: a cancelled sentence also reports its end.
    cut?.onend?.(undefined as never);
  };
  finishSentence = (): void => {
    const ended = this.now;
    this.now = undefined;
    ended?.onend?.(undefined as never);
  };
}

const mandarin = { lang: 'zh-CN', localService: true, name: '婷婷' };

async function articleWith(voices: Partial<SpeechSynthesisVoice>[]) {
  const speech = new Speech(voices);
  vi.stubGlobal('speechSynthesis', speech);
  document.body.innerHTML = `<article><h1>停水通知</h1><div id="host"></div><p class="reading__summary">上午停。</p>
    <div class="prose"><p>请<strong>打</strong>水。<sup class="footnote-ref"><a href="#n">[1]</a></sup>谢谢。</p></div></article>`;
  const before = document.querySelector('.prose')?.innerHTML;
  const host = document.querySelector<HTMLElement>('#host');
  if (!host) throw new Error('The page has no place for the controls.');
  await offerReadAloud(host);
  const press = (label: string): void => {
    const found = [...host.querySelectorAll('button')].find(
      ({ textContent, hidden }) => textContent === label && !hidden,
    );
    if (!found) throw new Error(`There is no button "${label}".`);
    found.click();
  };
  return { speech, host, press, before };
}

beforeEach(() => {
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      rate = 1;
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('reads title, summary and text by sentence, without visual signs, and does not change the text', async () => {
  const { speech, press, before } = await articleWith([mandarin]);
  press('朗读');
  for (let sentence = 0; sentence < 4; sentence++) {
    expect(document.querySelectorAll('.being-read')).toHaveLength(1);
    speech.finishSentence();
  }
  expect(speech.spoken.map(({ text }) => text)).toEqual(['停水通知', '上午停。', '请打水。', '谢谢。']);
  expect(document.querySelectorAll('.being-read')).toHaveLength(0);
  expect(document.querySelector('.prose')?.innerHTML).toBe(before?.replace('<p>', '<p class="">'));
  press('朗读');
  expect(speech.spoken.at(-1)?.text).toBe('停水通知');
});

test('continues with the same sentence after a pause, and with the title after a stop', async () => {
  const { speech, press } = await articleWith([mandarin]);
  press('朗读');
  speech.finishSentence();
  press('暂停');
  expect(speech.speaking).toBe(false);
  press('继续朗读');
  expect(speech.spoken.map(({ text }) => text)).toEqual(['停水通知', '上午停。', '上午停。']);
  press('停止');
  expect(document.activeElement?.textContent).toBe('朗读');
  press('朗读');
  expect(speech.spoken.at(-1)?.text).toBe('停水通知');
});

test('applies a new pace to the current sentence', async () => {
  const { speech, host, press } = await articleWith([mandarin]);
  press('朗读');
  const slow = host.querySelector<HTMLInputElement>('input[value="0.75"]');
  slow?.click();
  speech.finishSentence();
  expect(speech.spoken).toEqual([
    { text: '停水通知', rate: 1 },
    { text: '停水通知', rate: 0.75 },
    { text: '上午停。', rate: 0.75 },
  ]);
});

test.each([
  ['no voice at all', []],
  ['no Chinese voice', [{ lang: 'en-US', localService: true }]],
  ['a Chinese voice on a server', [{ lang: 'zh-CN', localService: false }]],
])('shows nothing with %s', async (_, voices) => {
  vi.useFakeTimers();
  const mounted = articleWith(voices);
  await vi.advanceTimersByTimeAsync(3000);
  vi.useRealTimers();
  expect((await mounted).host.innerHTML).toBe('');
});

test('prefers Mandarin to Cantonese', async () => {
  const { speech, press } = await articleWith([{ lang: 'zh-HK', localService: true }, mandarin]);
  press('朗读');
  expect(speech.now?.lang).toBe('zh-CN');
});
