/** Front matter as written by hand, by the desk and by other programs. */
import { oddLine, words } from './characters.ts';
import type { Draw } from './draw.ts';

export type Lines = string[];

/** As the desk writes it: every YAML parser reads this title as text. */
const safely = (text: string): string => JSON.stringify(text);

const titles: readonly ((draw: Draw, name: string) => string)[] = [
  (_, name) => `关于${name}的安排`,
  (_, name) => safely(`关于${name}的安排`),
  (_, name) => safely(`“${name}”：怎么办`),
  (_, name) => `关于 #3 楼${name}的通知`,
  (_, name) => `【重要】${name}`,
  (_, name) => `[转发] ${name}`,
  (_, name) => `“${name}”来了`,
  (_, name) => `${name}: 三件事`,
  (_, name) => `　　${name}`,
  (_, name) => `@全体 ${name}`,
  () => '2026',
  (_, name) => `${name}？`,
  (draw, name) => safely(`${name} ${oddLine(draw).slice(0, 12)}`),
  (_, name) => `>\n  ${name}\n  分两行写`,
];

/** Newer than the sample, so that feeds have these entries. */
const moments: readonly ((day: string) => string)[] = [
  (day) => `${day}T09:30:00+08:00`,
  (day) => `'${day}T09:30:00+08:00'`,
  (day) => `${day} 09:30`,
  (day) => day,
  (day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日'),
];

const likely = <T>(draw: Draw, usual: readonly T[], all: readonly T[]): T =>
  draw.one(draw.chance(0.9) ? usual : all);

export const titleLine = (draw: Draw, number: number): string =>
  `title: ${likely(draw, titles.slice(0, 3), titles)(draw, `${words(draw)}${String(number)}`)}`;

export const momentLine = (draw: Draw): string => {
  const day = `2026-11-${String(21 + draw.below(6))}`;
  return `published: ${likely(draw, moments.slice(0, 2), moments)(day)}`;
};

export const summaryLine = (draw: Draw): string =>
  draw.chance(0.15) ? `summary: ${safely(oddLine(draw))}` : 'summary: 一句话说清要大家知道的事。';

/** How the whole file is encoded. */
export function written(draw: Draw, head: Lines, body: string): string | Buffer {
  const text = `---\n${head.join('\n')}\n---\n\n${body}\n`;
  if (draw.chance(0.93)) return text;
  return draw.one<string | Buffer>([
    `\uFEFF${text}`,
    text.replace(/\r?\n/g, '\r\n'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    text.replace('---\n', '---  \n'),
    text.replace(/^(\w+):/gm, '$1： '),
    text.replace(/^orgs:/m, '\u00A0orgs:'),
    `\n${text}`,
  ]);
}
