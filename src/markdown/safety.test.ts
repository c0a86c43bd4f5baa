import { expect, test } from 'vitest';
import { renderMarkdown } from './render.ts';

// Everything the renderer may ever put into a page. What is not in this table is somebody else's markup.
const attributes: Record<string, string[]> = {
  ...{ p: ['class'], h2: ['id', 'class'], h3: ['id'], h4: ['id'], h5: ['id'], h6: ['id'], blockquote: [] },
  ...{ strong: [], em: [], s: [], br: [], hr: [], sup: ['class'], code: ['class'], pre: ['tabindex'] },
  ...{
    ul: [],
    ol: ['class', 'start'],
    li: ['class', 'id'],
    figure: ['class'],
    figcaption: [],
    img: ['src', 'alt'],
  },
  ...{
    a: ['class', 'href', 'id', 'title', 'rel', 'role', 'aria-label'],
    span: ['class', 'role', 'aria-label'],
  },
  ...{ table: [], thead: [], tbody: [], tr: [], th: ['class', 'scope'], td: ['class'] },
  ...{ div: ['class', 'role', 'tabindex', 'aria-label'], section: ['class', 'role', 'aria-labelledby'] },
};
const empty = new Set(['br', 'hr', 'img']);
const tag = /<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/g;

/** What is wrong with the HTML: markup the table does not know, an address that runs, a tag left open. */
function faults(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  if (html.replace(tag, '').includes('<')) found.push('a bare <');
  for (const [, slash, name = '', written = ''] of html.matchAll(tag)) {
    const allowed = attributes[name];
    if (!allowed) found.push(`<${name}>`);
    for (const [, attribute = '', value = ''] of written.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (!allowed?.includes(attribute)) found.push(`${name} ${attribute}`);
      if (attribute === 'href' || attribute === 'src') found.push(...badAddress(value));
    }
    if (slash && open.pop() !== name) found.push(`</${name}> out of place`);
    if (!slash && !empty.has(name)) open.push(name);
  }
  return [...found, ...open.map((name) => `<${name}> left open`)];
}

function badAddress(value: string): string[] {
  const href = value.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  const { protocol } = new URL(href, 'https://here.example/');
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? [] : [href];
}

test('the judge sees faults', () => {
  expect(faults('<p onclick="x"><b>1 < 2</p>')).toHaveLength(5);
  expect(faults('<p><a href="java\tscript:x">1</a></p>')).toHaveLength(1);
});

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT:alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](java&NewLine;script:alert(1))',
  '[a](&#x6A;avascript:alert(1))',
  '[a](<  javascript:alert(1)>)',
  '[a](\u0001javascript:alert(1))',
  '[a](\u00a0\u200bjavascript:alert(1))',
  '[a](java\u00adscript:alert(1))',
  '[a](vbscript:x "t")',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](blob:https://x)',
  '[a](http:javascript:x)',
  '[a](\\\\evil.example/x)',
  '![a](javascript:alert(1))',
  '![" onerror="alert(1)](x.png)',
  '![x](x.png"onerror="alert(1))',
  '![a](x.png "\' onload=\'")',
  '[a](/x "\\" onmouseover=\\"alert(1)")',
  '[![a](javascript:x)](javascript:y)',
  '<javascript:alert(1)>',
  'https://x.example/"onmouseover="alert(1)',
  'https://x.example/<script>',
  '## "><script>alert(1)</script>',
  '::: 提示 "><script>alert(1)</script>\n一\n:::',
  '```"><script>\nx\n```',
  '| <b> | "x |\n|:-:|---|\n| <i> | [a](javascript:x) |',
  '一[^"><b>]\n\n[^"><b>]: <script>',
  '^[<script>[a](javascript:x)]',
  '<!-- <script> --!> <b>',
  '[a][__proto__]\n\n[__proto__]: javascript:x',
  '一[^__proto__] 二[^constructor]\n\n[^__proto__]: 注',
  '&lt;script&gt;',
  '&#x202e;&#0;',
];

test.each(attacks)('no markup of its own: %s', (source) => {
  expect(faults(renderMarkdown(source).html)).toEqual([]);
  expect(faults(renderMarkdown(source, { idPrefix: '"><x' }).html)).toEqual([]);
});

const fragments = [
  ...attacks,
  ...[
    '\n',
    '\n\n',
    '> ',
    '- ',
    '- [ ] ',
    '1. ',
    '## ',
    ':::',
    '::: 注意 ',
    '：：：',
    '```',
    '|',
    '\n|---|\n',
    '[^1]',
    '\n[^1]: ',
  ],
  ...[
    '^[',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '](',
    '![',
    ')',
    '<',
    '>',
    '"',
    '\\',
    '&',
    '<!--',
    '-->',
    '\u3000',
    '\u00a0',
  ],
  ...[
    '第一条',
    '“引号”',
    '，',
    'PDCA',
    'https://example.cn/',
    '\t',
    '    ',
    '\ud83d',
    '\u0000',
    '\u2028',
    '  \n',
    '---\n',
  ],
];

// The same 1500 texts on every run: a failure can be met again.
function* textsFrom(seed: number): Generator<string> {
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let text = 0; text < 1500; text++) {
    yield Array.from({ length: 1 + next(24) }, () => fragments[next(fragments.length)]).join('');
  }
}

test('whatever is thrown together stays text, and every problem has a line of its own text', () => {
  for (const source of textsFrom(20260131)) {
    const { html, problems } = renderMarkdown(source);
    expect(faults(html), JSON.stringify(source)).toEqual([]);
    const lines = source.split(/\r\n?|\n/).length;
    for (const { line } of problems) expect(line >= 1 && line <= lines, JSON.stringify(source)).toBe(true);
  }
});

test.each([
  '[',
  '![',
  '*',
  '**a ',
  '`',
  '> ',
  '- ',
  '^[',
  '<!--',
  '[^1]',
  '|',
  '(',
  '::: 提示\n',
  '<b ',
  'https://x/((',
  '&',
])(
  'a long run of %s ends in time',
  (piece) => {
    const started = performance.now();
    renderMarkdown(piece.repeat(5000));
    expect(performance.now() - started).toBeLessThan(4000);
  },
  20_000,
);
