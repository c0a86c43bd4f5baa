import { chineseVoice } from './voices.ts';

/** Shows on the listening page whether this device can read aloud. Without script the page explains both cases. */
export async function showListeningSupport(host: HTMLElement): Promise<void> {
  const voice = await chineseVoice();
  host.textContent = voice
    ? '您现在用的浏览器可以朗读：打开下面任何一篇，按标题下面的“朗读”。'
    : '您现在用的浏览器没有中文语音，文章里不会出现“朗读”。可以换一部手机或另一个浏览器试试，也可以请身边的人读给您听。';
}
