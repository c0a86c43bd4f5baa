import { chineseVoice } from './voices.ts';

/** Says on the page about listening what this device can do. Without script the page speaks of both cases. */
export async function sayWhetherItCan(host: HTMLElement): Promise<void> {
  const voice = await chineseVoice();
  host.textContent = voice
    ? '您现在用的浏览器可以朗读：打开下面任何一篇，按标题下面的“朗读”。'
    : '您现在用的浏览器没有中文语音，文章里不会出现“朗读”。可以换一部手机或另一个浏览器试试，也可以请身边的人读给您听。';
}
