import { expect, test } from 'vitest';
import { checkName, checkPassword, checkUsername } from './account-rules.ts';

test.each(['zhangmin', ' ZhangMin ', 'a1', 'zhang.min-2_b', 'a'.repeat(30)])(
  'accepts the user name %j',
  (text) => {
    expect(checkUsername(text)).toBe(text.trim().toLowerCase());
  },
);
test.each(['', 'a', 'a'.repeat(31), '张敏', '.zhang', 'zhang.', 'zhang min'])(
  'rejects the user name %j',
  (text) => {
    expect(() => checkUsername(text)).toThrow('用户名请用 2 到 30 个小写字母');
  },
);

test.each(['张敏', '古丽·买买提', '张'.repeat(30), 'Li Qiang'])('accepts the name %j', (text) => {
  expect(checkName(` ${text} `)).toBe(text);
});
test.each(['', '  ', '张'.repeat(31), '张<b>', '张\n敏'])('rejects the name %j', (text) => {
  expect(() => checkName(text)).toThrow('姓名请写 1 到 30 个字');
});

test.each([
  ['123456789', '密码至少 10 个字符，现在是 9 个。'],
  ['1'.repeat(129), '密码最多 128 个字符。'],
  ['my-ZHANG-2026', '这个密码太容易猜到'],
  ['1212121212', '这个密码太容易猜到'],
  ['1234123412', '这个密码太容易猜到'],
])('rejects the password %s', (password, sentence) => {
  expect(() => {
    checkPassword(password, 'zhang');
  }).toThrow(sentence);
});
test.each(['1234512345', '榕荫里三栋门口的坡道', '12345'.repeat(25) + '678'])(
  'accepts the password %s',
  (password) => {
    expect(() => {
      checkPassword(password, 'zhang');
    }).not.toThrow();
  },
);
