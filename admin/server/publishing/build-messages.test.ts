import { expect, test } from 'vitest';
import { buildMessages } from './build-messages.ts';

const failed = (output: string): string => buildMessages.failed({ ok: false, output, timedOut: false }, 15);

test('names the problems of a failed build, and only the first of very many', () => {
  const one = 'content/site/index.md\n  第 1 行  缺少“标题”，请填写。\n共 1 处需要修改。';
  expect(failed(`Checking the content\n${one}\n`)).toBe(`内容还有需要修改的地方，网站保持原样：\n${one}`);
  const many = Array.from({ length: 5000 }, (_, index) => `  第 ${String(index)} 行  错。`).join('\n');
  const told = failed(`content/site/index.md\n${many}\n共 5000 处需要修改。\n`);
  expect(told.split('\n')).toHaveLength(103);
  expect(told.endsWith('……\n共 5000 处需要修改。')).toBe(true);
});

test('an error of a program is cut to a few short lines', () => {
  const told = failed(`${'x'.repeat(100_000)}\n`.repeat(30));
  expect(told.length).toBeLessThan(7000);
  expect(told).toContain('请把下面几行告诉网络管理员');
});
