import { expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { checkText } from '../check/check-text.ts';
import { ContentCheck } from './content-check.ts';
import type { ContentFile } from './content-index.ts';

type Text = readonly [path: string, text: string];
const asFile = ([path, text]: Text): [string, ContentFile] => [
  path,
  { checked: checkText(path, text, undefined, (body, _, around) => renderMarkdown(body, around)) },
];

test('gives a file its real name when it comes, and back when it goes', () => {
  const check = new ContentCheck();
  const attachment = 'attachments:\n  - src: ./%E8%A1%A8.pdf\n    title: 表\n';
  const text = `---\ntitle: 通知\nslug: a\npublished: 2026-03-15T09:30:00+08:00\nsummary: 摘要\n${attachment}---\n\n正文\n`;
  const nameNow = (): string | undefined => {
    const { data } = check.entry('notices/2026/a/index.md')!;
    return (data['attachments'] as { src: string }[] | undefined)?.[0]?.src;
  };
  check.update(new Map([asFile(['notices/2026/a/index.md', text])]));
  expect(nameNow()).toBe('./%E8%A1%A8.pdf');
  check.update(new Map([['notices/2026/a/表.pdf', {}]]));
  expect(nameNow()).toBe('表.pdf');
  check.update(new Map([['notices/2026/a/表.pdf', undefined]]));
  expect(nameNow()).toBe('./%E8%A1%A8.pdf');
});

test.each([
  ['an address', notice('a', 'shequ', '[见](/notices/2026/tingshu/)'), [notice('tingshui', 'shequ', '正文')]],
  ['a slug', notice('a', 'shequu', '正文'), [notice('b', 'shequ', '正文'), org('shequ')]],
])('suggests %s that is new for an old mistake, and no longer one that is gone', (_, wrong, others) => {
  const check = new ContentCheck();
  const suggestions = (): string[] =>
    check.problemsOf(wrong[0]).flatMap(({ message }) => /是不是“(.*?)”/.exec(message)?.[1] ?? []);
  check.update(new Map([wrong, org('lin')].map(asFile)));
  expect(suggestions()).toEqual([]);
  check.update(new Map(others.map(asFile)));
  expect(suggestions()).toHaveLength(1);
  check.update(new Map(others.map(([file]) => [file, undefined])));
  expect(suggestions()).toEqual([]);
});

function notice(slug: string, to: string, body: string): Text {
  const front = `title: 通知\nslug: ${slug}\npublished: 2026-03-15T09:30:00+08:00\nsummary: 摘要\norgs: [${to}]`;
  return [`notices/2026/${slug}/index.md`, `---\n${front}\n---\n\n${body}\n`];
}

function org(slug: string): Text {
  return [`orgs/${slug}/index.md`, `---\ntitle: 社区\nslug: ${slug}\n---\n\n正文\n`];
}
