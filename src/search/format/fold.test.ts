import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { variantsFor } from '../build/variants.ts';

describe('folding', () => {
  test.each([
    ['第十条　禁止', '第十条禁止'],
    ['ＰＭ２.５ 标准', 'pm2.5标准'],
    ['国办发 [2017] 47号', '国办发(2017)47号'],
    ['国办发〔2017〕47 号', '国办发(2017)47号'],
    ['Open  Source 软件', 'open source软件'],
    ['“大党委”', '"大党委"'],
    ['「大党委」', '"大党委"'],
    ['  两端  ', '两端'],
    ['𠮷 野', '𠮷野'],
    ['共\u200B建', '共建'],
    ['㎡', 'm2'],
    ['GB/T 9704', 'gb/t9704'],
    ['100 MB', '100mb'],
    ['2017 47号', '2017 47号'],
    ['二○二六年', '二〇二六年'],
    ['1920×1080', '1920x1080'],
    ['老地方`', "老地方'"],
    ['⼤党委', '大党委'],
    ['⻓者⺠生', '长者民生'],
    ['⻋⻔⻛⻢⻩⻰', '车门风马黄龙'],
    ['⾸⻚⽼年⾷堂', '首页老年食堂'],
    ['老者福神', '老者福神'],
    ['①⑩❶❿⓫㈠⒈', '11011011(一)1.'],
    ['1️⃣ 号', '1号'],
    ['葛\u{E0100}城区', '葛城区'],
    ['ｼﾞｱ', 'ジア'],
    ['Ⅲ级 ﬁx', 'iii级fix'],
  ])('%s', (original, folded) => {
    expect(fold(original).text).toBe(folded);
  });

  test('maps every folded character to its position in the original', () => {
    const original = '第十条　禁止 ＡＢ';
    const { text, at } = fold(original);
    const place = text.indexOf('禁');
    expect(original.slice(at[place], at[place + 1])).toBe('禁');
    expect(original.slice(at[text.indexOf('b')], at[text.length])).toBe('Ｂ');
  });

  test('folds a piece of a text to a piece of the folded text', () => {
    const whole = '依据《政府网站发展指引》（国办发〔2017〕47号）第 3 条，Wi-Fi 6 开放。';
    const folded = fold(whole).text;
    for (let start = 0; start < whole.length; start++) {
      for (let end = start + 1; end <= whole.length; end++) {
        expect(folded).toContain(fold(whole.slice(start, end)).text);
      }
    }
  });
});

describe('variant characters', () => {
  const text =
    '后勤发展的头绪：里面台湾面条，干部乾隆，答复著作权，沉着、了解、一目了然，卫生、户口、峰会、群众';
  const seen = new Map([...text].map((character) => [character, 1]));
  const variants = variantsFor(seen);

  test.each(['t', 'tw', 'hk'] as const)('folds %s back to simplified characters', (to) => {
    const traditional = Converter({ from: 'cn', to })(text);
    expect(traditional).not.toBe(text);
    expect(fold(traditional, variants).text).toBe(fold(text, variants).text);
  });
  test('folds old print forms and other variants to current characters', () => {
    const today = '青年清单告知值班真实说明内容户口黄旗既然即时乡镇教室强者冰雪宫吴吕增';
    const typed = '靑年淸單吿知値班眞實說明內容戶口黃旗旣然卽時鄕鎮敎室強者氷雪宮吳呂增';
    const table = variantsFor(new Map([...today].map((character) => [character, 1])));
    expect(fold(typed, table).text).toBe(today);
    // The form that the site uses represents the others.
    const other = variantsFor(new Map([['靑', 2]]));
    expect(fold('青', other).text).toBe('靑');
  });
  test('prefers the form that the site uses', () => {
    expect(fold('後勤發展', variants).text).toBe('后勤发展');
  });
});
