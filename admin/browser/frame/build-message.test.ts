import { expect, it } from 'vitest';
import { buildMessage } from './build-message.ts';

it('replaces file paths by entry titles and removes line numbers', () => {
  expect(
    buildMessage(`内容还有需要修改的地方，网站保持原样：
content/channel/index.md
  第 1 行  缺少“标题”，请填写。
content/notices/2026/0315-tingshui/index.md
  第 12 行  脚注“[^1]”还没有内容。
  这里有两处。
content/terms/banjie/index.md
  第 3 行  “解释”最多 160 个字。
共 4 处需要修改。`),
  ).toBe(`内容还有需要修改的地方，网站保持原样：
“民情渠道”
  缺少“标题”，请填写。
“通知公告”里网址名是“0315-tingshui”的一篇
  脚注“[^1]”还没有内容。
  这里有两处。
“术语”里网址名是“banjie”的一篇
  “解释”最多 160 个字。
共 4 处需要修改。`);
});

it('keeps messages for the network administrator', () => {
  const message =
    '生成网站时出了问题，网站保持原样。请把下面几行告诉网络管理员：\nError: content/x.md is gone\n  at 第 3 行';
  expect(buildMessage(message)).toBe(message);
});
