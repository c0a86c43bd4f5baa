/**
 * Family names that can come before a hidden given name, 张*明. The most frequent ones of the household registers,
 * without those that are also everyday words, such as 成, 时, 和, 常 or 平.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石' +
  '廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤尤柯庞鲁葛殷翟倪耿詹聂樊兰焦俞尚柳邢岳梅' +
  '庄辛齐伍洪赖裴欧耶路骆鄢穆牛管祝左涂谷祁舒芦冉蓝项纪温关骞季符喻童靳淳牟卞邬甘詹缪臧宗房霍阮褚娄滕冼植凌练蒙游佟';
const double =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 百里 南宫 独孤'.split(' ');

const singles = new Set(single);
const doubles = new Set(double);

/** The text ends with a family name: “代表张”, “欧阳”. */
export const endsWithSurname = (text: string): boolean =>
  singles.has(text.slice(-1)) || doubles.has(text.slice(-2));

/** The text ends with a family name that is not the end of a word: “、张”, at the start of a line, after a space. */
export const endsWithLoneSurname = (text: string): boolean =>
  (singles.has(text.slice(-1)) && !isLetter(text.slice(-2, -1))) ||
  (doubles.has(text.slice(-2)) && !isLetter(text.slice(-3, -2)));

const isLetter = (character: string): boolean => /\p{L}/u.test(character);
