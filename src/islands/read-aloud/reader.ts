import { highlightPassage } from './mark.ts';
import type { Passage } from './passages.ts';

export type ReaderState = 'silent' | 'reading' | 'paused';

export interface Reader {
  start(): void;
  pause(): void;
  stop(): void;
  /** 1 is the normal pace of the voice. */
  pace(rate: number): void;
}

/**
 * Reads passages one after the other. After a pause, reading continues at the beginning of the sentence. The passages
 * are read again from the page for each sentence, because marks of the reader change its text nodes.
 */
export function makeReader(
  passages: () => readonly Passage[],
  voice: SpeechSynthesisVoice,
  onState: (state: ReaderState) => void,
): Reader {
  let at = 0;
  let rate = 1;
  // A cancelled utterance still reports its end, in some browsers much later.
  let turn = 0;

  function speak(): void {
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
      speak();
    };
    words.onerror = () => {
      if (mine === turn) finish();
    };
    highlightPassage(passage);
    onState('reading');
    speechSynthesis.speak(words);
  }

  // Not speechSynthesis.pause(): Chromium on Android never resumes, and other browsers forget after 15 seconds.
  function cancelSpeech(): void {
    turn++;
    speechSynthesis.cancel();
  }

  function finish(): void {
    cancelSpeech();
    at = 0;
    highlightPassage(undefined);
    onState('silent');
  }

  return {
    start: speak,
    pause: () => {
      cancelSpeech();
      onState('paused');
    },
    stop: finish,
    pace: (wanted) => {
      rate = wanted;
      if (speechSynthesis.speaking) speak();
    },
  };
}
