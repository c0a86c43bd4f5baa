import { chineseVoice } from './voices.ts';

/** Offers to read where this device has a Chinese voice; else nothing appears, and the reader is not even fetched. */
export async function offerReadAloud(host: HTMLElement): Promise<void> {
  const voice = await chineseVoice();
  if (voice) (await import('./mount.ts')).mountReadAloud(host, voice);
}
