import { expect, test } from 'vitest';
import { htmlFaults } from './syntax/html-faults.ts';
import { renderMarkdown } from './render.ts';

test('htmlFaults finds faults', () => {
  expect(htmlFaults('<p onclick="x"><b>1 < 2</p>')).toHaveLength(5);
  expect(htmlFaults('<p><a href="java\tscript:x">1</a></p>')).toHaveLength(1);
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
  'https://示例.中国/"onmouseover="alert(1)',
  'https://x.example/中<script>.docx',
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
  '<kbd onclick="alert(1)">',
  '<ruby><rt><script>alert(1)</script></rt></ruby>',
  '<ins/onmouseover=alert(1)>',
  '<sup\n style=x>a</sup>',
  '［x］（javascript:alert(1)）',
  '！[x]("onerror="alert(1).jpg）',
  '＜https://a"onclick="x＞',
  '> [!NOTE] "><script>alert(1)</script>',
  '"><script>alert(1)</script>\n: <b>',
  '&#x202e;&#0;',
];

test.each(attacks)('never outputs injected markup: %s', (source) => {
  expect(htmlFaults(renderMarkdown(source).html)).toEqual([]);
  expect(htmlFaults(renderMarkdown(source, { idPrefix: '"><x' }).html)).toEqual([]);
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
    '<ruby>',
    '</ruby>',
    '<rt>',
    '</rt>',
    '<kbd>',
    '</kbd>',
    '<sup>',
    '</sup>',
    '\n: ',
    '［',
    '］（',
    '）',
    '＊＊',
    '～～',
    '｜',
    '\n｜－－｜',
    '｀',
    '\n１．',
    '\n》',
    '> [!NOTE] ',
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
    'https://示例.中国/',
    '\t',
    '    ',
    '\ud83d',
    '\u0000',
    '\u2028',
    '  \n',
    '---\n',
  ],
];

// The same 1500 texts on every run, so a failure can be reproduced.
function* textsFrom(seed: number): Generator<string> {
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let text = 0; text < 1500; text++) {
    yield Array.from({ length: 1 + next(24) }, () => fragments[next(fragments.length)]).join('');
  }
}

test('keeps random text harmless, and reports every problem on an existing line', () => {
  for (const source of textsFrom(20260131)) {
    const { html, problems } = renderMarkdown(source);
    expect(htmlFaults(html), JSON.stringify(source)).toEqual([]);
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
  '<kbd>',
  '<ruby><rt>',
  '==a',
  '[[a',
  'a\n: ',
  '$a',
  '{.a',
  '[b]',
  '> [!NOTE]\n',
  '［^',
  '＊＊a',
  '～～a',
  '》',
  '[a]（',
  '｜',
  '｀',
  '１．\n',
  'https://x/((',
  'https://x/中',
  'https://中',
  'https://x/（中）',
  '&',
])('renders a long run of %s in time', (piece) => {
  // Processor time, so that other work of the machine does not matter.
  const { user } = process.cpuUsage();
  renderMarkdown(piece.repeat(5000));
  expect(process.cpuUsage().user - user).toBeLessThan(4_000_000);
});
