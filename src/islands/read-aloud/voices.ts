/**
 * A Chinese voice on this device, or undefined when there is none. Voices on a server are left out, because the text
 * would be sent there. Browsers find their voices only after a while, and not all of them report it.
 */
export async function chineseVoice(timeout = 2000): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in window)) return undefined;
  const end = Date.now() + timeout;
  for (;;) {
    const voices = speechSynthesis.getVoices();
    if (voices.length > 0 || Date.now() >= end) return bestOf(voices);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Mandarin of the mainland before other Mandarin, and both before Cantonese. */
const wanted = [/^(zh|cmn)[-_](Hans[-_])?CN/i, /^(zh|cmn)(?![-_](HK|MO))/i, /^(zh|yue)/i];

function bestOf(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const here = voices.filter(({ localService }) => localService);
  for (const pattern of wanted) {
    const found = here.find(({ lang }) => pattern.test(lang));
    if (found) return found;
  }
  return undefined;
}
