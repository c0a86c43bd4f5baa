import { clipping, notice } from './stopper.ts';
import type { Stopper } from './stopper.ts';

const link = (address: string, refused = false): Stopper =>
  notice(`link to ${address.slice(0, 30)}`, { body: `正文，见[这里](<${address}>)。` }, refused);
const bare = (address: string, refused = false): Stopper =>
  notice(`bare ${address.slice(0, 30)}`, { body: `网址是 ${address} 。` }, refused);
const source = (address: string, refused = false): Stopper =>
  clipping(`source ${address.slice(0, 30)}`, { fields: `url: ${JSON.stringify(address)}` }, refused);

/** Addresses in texts and fields, in hostile spellings. */
export const addressStoppers: readonly Stopper[] = [
  link('http://[::1]:x', true),
  link('http://[::1', true),
  link('http://[::1]:8080/'),
  link('http://example.cn:99999/', true),
  link('http://example.cn:0/'),
  link('http://javascript:X()', true),
  link('javascript:alert(1)', true),
  link('java&#9;script:alert(1)', true),
  link('data:text/html,<b>', true),
  link('file:///etc/passwd', true),
  link('//example.cn/a'),
  link('//[::1]:x/', true),
  link('/\\\\example.cn', true),
  link('https://user:word@example.cn/'),
  link('https://示例.中国/页'),
  link('http://256.256.256.256/', true),
  link('http://%zz/', true),
  link('https://example.cn/%zz'),
  link('mailto:a@example.cn?subject=%zz'),
  link('mailto://[::1]:x', true),
  link('/%zz/', true),
  link('/notices/?x=%zz', true),
  link('#%zz', true),
  link('%zz.pdf', true),
  link('../../../../../../etc/passwd', true),
  link('..%2f..%2f..%2fsite%2findex.md', true),
  link('／etc／passwd', true),
  link(`https://example.cn/${'a'.repeat(1900)}`),
  link(`http://example.cn/${'a'.repeat(8000)}`, true),
  bare('http://javascript:X()', true),
  bare('http://example.cn:99999/', true),
  bare('http://[::1]:x'),
  bare('https://example.cn:8080/a?b=%zz#c'),
  notice('reference called constructor', {
    body: '见[文][constructor]。\n\n[constructor]: https://example.cn/',
  }),
  notice('link title like a marker of Astro', { body: '[文](https://example.cn/ "__ASTRO_IMAGE_=")' }),
  source('http://[::1]:x', true),
  source('https://example.cn:99999/', true),
  source('http://javascript:X()', true),
  source('https://user@example.cn:443/a?b#c'),
];
