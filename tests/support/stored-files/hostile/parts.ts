/**
 * Drawings that run, fetch, move, cost or say too much. Those with a sentence are refused with it; the others are stored
 * without the part in question. A script tells on itself: it asks for /ran. What is fetched is called /fetched.
 */
export type HostileSvg = readonly [name: string, file: string | Buffer, refused?: string];

export const ns = 'xmlns="http://www.w3.org/2000/svg"';
const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
export const run = `new Image().src='/ran?'+Math.random()`;
export const script = `<script>${run}</script>`;
export const svg = (inside: string, attributes = ''): string =>
  `<svg ${ns} ${xlink} viewBox="0 0 90 60" width="90" height="60" ${attributes}><rect width="90" height="60" fill="#eee"/>${inside}</svg>`;
export const base64 = (text: string): string => Buffer.from(text).toString('base64');

export const runs = '里面有脚本';
export const page = '里面嵌入了网页';
export const fetches = '里面引用了外部文件';
export const moves = '里面有动画';
export const broken = '它不是完整的 SVG';
export const entity = '里面有实体定义';
export const dtd = '里面有文档类型定义';
export const coding = '它的文字编码读不出来';
export const nested = '里面的图形一层套一层，画出来太多';
