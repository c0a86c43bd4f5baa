import { chineseVoice } from './voices.ts';

/** Adds the controls where this device has a Chinese voice; otherwise their code is not even loaded. */
export async function offerReadAloud(host: HTMLElement): Promise<void> {
  const voice = await chineseVoice();
  if (voice) (await import('./mount.ts')).mountReadAloud(host, voice);
}
