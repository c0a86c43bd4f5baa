/** Bodies as typed in an office: line ends, marks, stars, blanks, tags, tables. */
import { line, oddLine } from './characters.ts';
import type { Draw } from './draw.ts';

type Habit = (draw: Draw) => string;

const lineEnds: Habit[] = [
  (draw) => `　　${line(draw)}\n　　${line(draw)}\n　　${line(draw)}`,
  () => '时间：九点\n地点：三楼\n人员：各楼组长',
  () => '1、第一件事\n2、第二件事\n3、第三件事',
  () => '（一）先登记；\n（二）再核对；\n（三）后公布。',
  (draw) => `${line(draw)}\n\n示例社区党委\n2026年3月15日`,
  (draw) => `${line(draw)}\r\n${line(draw)}\r\n\r\n${line(draw)}`,
  (draw) => `${line(draw)}\r${line(draw)}`,
  (draw) => `${line(draw)}  \n${line(draw)}\\\n${line(draw)}`,
  (draw) => `\t${line(draw)}\n    四个空格起头的一行`,
];

const marks: Habit[] = [
  () => '＊＊加粗＊＊和＃标题＃',
  () => '＃＃ 全角井号的小标题\n\n正文。',
  () => '#没有空格的标题\n\n正文。',
  () => '－ 全角短横\n－ 当作列表',
  () => '［文字］（/notices/）和 [文字]（/notices/）',
  () => '一句话［^1］。\n\n［^1］：注释。',
  () => '一句话[^1]。\n\n[^1]: 注释。',
  () => '１．第一\n２．第二',
  () => '> 引用\n＞ 全角引用',
  () => '见 https://example.cn/报名表 和 www.example.cn。',
  () => '见<https://example.com/a?b=c&d=e>，邮箱 hub@example.cn。',
  () => '==突出== ~~删除~~ __下划线粗__贯彻 [[链接]]',
  () => '!!! info\n    提示\n\n> [!NOTE]\n> 提醒',
  () => '*斜*体、**“引号”**贯彻、**粗：**后面',
  () => '---\n\n正文在分隔线之后\n\n***',
  () => '```\n代码\n```\n\n`行内`',
  () => ':::note 提示\n里面的话。\n:::',
  () => '- [ ] 没做\n- [x] 做了',
];

const stars: Habit[] = [
  () => '中奖名单：张*明、李*红、王**。',
  () => '电话 138****1234，159****5678。',
  () => '规格 120*60*75，房号 3*201。',
  () => '8:30~~11:30，14:00~~17:00 开放。',
  () => '价格 5~8 元，面积 80~~120 平。',
  () => '2*3*4=24，注*：另有说明*。',
  () => '________年____月____日',
  () => '姓名：____电话：____',
  () => '签字：＿＿＿＿　日期：＿＿＿＿',
  () => '☆☆☆ 五星级 ★★★★★',
];

const tags: Habit[] = [
  () => '<ruby>榕<rt>róng</rt></ruby>树下',
  () => '<u>下划线</u>、<font color="red">红字</font>、<center>居中</center>',
  () => '<o:p></o:p><span lang="EN-US">Word</span>',
  () => '<script>alert(1)</script>',
  () => '<img src="http://example.com/a.png">',
  () => '<br>换行<br/>换行',
  () => '<!-- 注释 -->正文',
  () => '<kbd>Ctrl</kbd>+<kbd>S</kbd>，H<sub>2</sub>O，m<sup>2</sup>',
  () => '<details><summary>更多</summary>里面</details>',
  () => '<table><tr><td>一</td></tr></table>',
  () => '<iframe src="https://example.com"></iframe>',
  () => '<div align=center>居中</div>',
];

const tables: Habit[] = [
  () => '| 姓名 | 电话 |\n| --- | --- |\n| 张师傅 | 0000-1 |',
  () => '| 姓名 | 电话 |\n| —— | —— |\n| 张师傅 | 0000-1 |',
  () => '| 姓名 | 电话 |\n| --- | --- |\n| 张师傅 | 0000-1 | 多一格 |',
  () => '姓名 | 电话\n--- | ---\n张师傅 | 0000-1',
  () => '｜姓名｜电话｜\n｜---｜---｜\n｜张师傅｜0000-1｜',
  () => '| 一 | 二 |\n| --- | --- |\n|  | |',
  (draw) => `| 项目 | 说明 |\n| :-- | --: |\n| ${line(draw)} | a\\|b |`,
  () => `|${' 列 |'.repeat(14)}\n|${' --- |'.repeat(14)}\n|${' 值 |'.repeat(14)}`,
  () => '姓名\t电话\n张师傅\t0000-1',
];

const headings: Habit[] = [
  (draw) => `# 一级标题\n\n${line(draw)}`,
  (draw) => `## 一、总则\n\n${line(draw)}\n\n## 一、总则\n\n${line(draw)}`,
  (draw) => `## \n\n${line(draw)}`,
  (draw) => `### 跳过二级\n\n${line(draw)}`,
  () => '见[总则](#h-一-总则)、[顶部](#top)。\n\n## 一、总则\n\n正文。',
  (draw) => `标题\n===\n\n${line(draw)}`,
];

const leftOver: Habit[] = [
  () => '待补',
  () => '写在这里',
  () => '**加粗的文字**和脚注[^1]\n\n[^1]: 脚注的内容',
  () => '联系电话：xx',
];

/** A body of one to three habits among ordinary lines; most habits can be published. */
export function bodyOf(draw: Draw): string {
  const kinds = [lineEnds, lineEnds, lineEnds, stars, stars, marks, tags, tables, headings, leftOver];
  const parts = draw.some(kinds, draw.chance(0.7) ? 1 : 2).map((kind) => draw.one(kind)(draw));
  if (draw.chance(0.12)) parts.push(oddLine(draw));
  return [line(draw), ...parts].join('\n\n');
}
