import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../markdown/render.ts';
import { checkEntry } from './check-entry.ts';
import { placeholdersIn, placeholderTexts } from './placeholder-text.ts';

const seen = (text: string) => placeholdersIn(text).map((each) => each.seen);

test.each<[text: string, words: string]>([
  ...Object.values(placeholderTexts).map((word): [string, string] => [word, word]),
  ['脚注的内容。', '脚注的内容。'],
  ['图片说明', '图片说明'],
  ['测试测试', '测试测试'],
  ['内容待补', '待补'],
  ['地点：待补充。', '待补充'],
  ['（待填写）', '待填写'],
  ['请联系xx同志', 'xx'],
  ['XXX单位', 'XXX'],
  ['社区XX活动', 'XX'],
  ['示共发〔2026〕XX号', 'XX'],
  ['XX年XX月XX日', 'XX年XX月XX日'],
  ['20XX年工作计划', '20XX'],
  ['××年×月×日', '××年×月×日'],
  ['定于X月X日召开', 'X月X日'],
  ['×月××日', '×月××日'],
  ['示共发〔2026〕X号', '〕X号'],
  ['[图片]', '[图片]'],
  ['请输入标题', '请输入标题'],
  ['未命名', '未命名'],
  ['第××号', '第××号'],
  ['约××人', '约××人'],
  ['（此处插入图片）', '（此处插入图片）'],
  ['（在此处填写单位名称）', '（在此处填写单位名称）'],
  ['【填写】', '【填写】'],
  ['【请填写姓名】', '【请填写姓名】'],
  ['单击此处添加标题', '单击此处添加标题'],
  ['示例文字', '示例文字'],
  ['TODO 补一张图', 'TODO'],
  ['Lorem ipsum dolor sit', 'Lorem ipsum'],
  ['见错误!未找到引用源。', '错误!未找到引用源。'],
  ['共 3 人。:contentReference[oaicite:0]', 'oaicite'],
])('finds the placeholder in: %s', (text, words) => expect(seen(text)).toEqual([words]));

test.each([
  '错开时间那一招失败了，写在这里，省得别家再试一遍。',
  '脚注的内容写在文末',
  '待补选委员两名，制度有待补充，待补充的材料另行通知',
  '地点待定，以通知为准',
  '李××、张××两位，居民李XX反映，某XX，张xx',
  '××省人民政府，××小区，《××市办法》',
  '王××人很好，元旦前后',
  '13812XXXX34，a_xx，XXL 号，taxx，第XX1号楼',
  'https://xx.example.cn/xx/?a=xx#xx，xx@example.cn',
  '5×3×2，长×宽',
  '【填写说明】点击这里输入电话号码',
  '（此处略）（在此处集合，不见不散）',
  '自测 testing latest',
  '见[图片]一栏，【视频】，[文件]目录',
  '列表项目，未命名的路，X光，3X月刊',
])('accepts: %s', (text) => expect(seen(text)).toEqual([]));

describe('in an entry', () => {
  const problems = (frontMatter: string, body: string) =>
    checkEntry(
      'activities',
      'content/activities/2026/a/index.md',
      `---\n${frontMatter}\n---\n\n${body}\n`,
      renderMarkdown,
    )
      .problems.filter(({ message }) => message.includes('还没有写好'))
      .map(
        ({ line, label, message }) =>
          `${String(line)} ${label ?? ''} ${/“[^“”]*”是还/.exec(message)?.[0].slice(1, -3) ?? ''}`,
      );

  test('finds them in the body: bold text, links, footnotes, cells, callouts, pictures and captions', () => {
    const body = [
      `请**${placeholderTexts.bold}**参加[^1]`,
      `见[${placeholderTexts.link}](/a/)`,
      '',
      `![${placeholderTexts.picture}](a.jpg "图片说明")`,
      '',
      '| 项目 | 内容 |',
      '|---|---|',
      `| 第一项 | ${placeholderTexts.cell} |`,
      '',
      ':::提示',
      placeholderTexts.callout,
      ':::',
      '',
      `[^1]: ${placeholderTexts.footnote}`,
    ].join('\n');
    expect(problems('title: 一', body)).toEqual([
      '5 正文 加粗的文字',
      '6 正文 链接文字',
      '8 正文 写明图上有什么',
      '8 正文 图片说明',
      '12 正文 写在这里',
      '15 正文 写下要提醒大家的话。',
      '18 正文 脚注的内容',
    ]);
  });

  test('finds them in text fields and in alternative texts', () => {
    const frontMatter = [
      'title: XX活动',
      'summary: 内容待补。',
      'cover:',
      '  src: a.jpg',
      `  alt: ${placeholderTexts.picture}`,
    ].join('\n');
    expect(problems(frontMatter, '一')).toEqual(['2 标题 XX', '3 摘要 待补', '5 题图 写明图上有什么']);
  });

  test('ignores code, comments and addresses', () => {
    expect(
      problems('title: 一', '`TODO` <!-- 待补 -->\n\n```\nTODO\n```\n\n[一](/xx/) <https://example.cn/xx>'),
    ).toEqual([]);
  });
});

test('a line of many placeholders reports the first twenty', () => {
  const line = Array.from({ length: 100 }, (_, at) => `（请在此处填写${String(at)}）`).join('，');
  const found = placeholdersIn(line);
  expect(found).toHaveLength(20);
  expect(found[0]?.seen).toBe('（请在此处填写0）');
});
