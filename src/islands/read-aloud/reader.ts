import { markPassage } from './mark.ts';
import type { Passage } from './passages.ts';

export type ReaderState = 'silent' | 'reading' | 'paused';

export interface Reader {
  start(): void;
  pause(): void;
  stop(): void;
  /** 1 is the voice's own pace. */
  pace(rate: number): void;
}

/**
 * Reads passages one after the other. Pausing keeps the sentence, and reading goes on at its beginning. They are asked
 * for anew with each: a mark that the reader makes meanwhile takes a sentence's text to another place of the page.
 */
export function makeReader(
  passages: () => readonly Passage[],
  voice: SpeechSynthesisVoice,
  tell: (state: ReaderState) => void,
): Reader {
  let at = 0;
  let rate = 1;
  // An utterance that was cancelled still reports its end, in some browsers much later.
  let turn = 0;

  function say(): void {
    const mine = ++turn;
    const passage = passages()[at];
    speechSynthesis.cancel();
    if (!passage) {
      finish();
      return;
    }
    const words = new SpeechSynthesisUtterance(passage.text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = rate;
    words.onend = () => {
      if (mine !== turn) return;
      at++;
      say();
    };
    words.onerror = () => {
      if (mine === turn) finish();
    };
    markPassage(passage);
    tell('reading');
    speechSynthesis.speak(words);
  }

  // Not speechSynthesis.pause(): Chromium on Android stops for good, and others forget after a quarter of a minute.
  function hush(): void {
    turn++;
    speechSynthesis.cancel();
  }

  function finish(): void {
    hush();
    at = 0;
    markPassage(undefined);
    tell('silent');
  }

  return {
    start: say,
    pause: () => {
      hush();
      tell('paused');
    },
    stop: finish,
    pace: (wanted) => {
      rate = wanted;
      if (speechSynthesis.speaking) say();
    },
  };
}
