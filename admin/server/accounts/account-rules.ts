import { Refusal } from '../../shared/refusal.ts';

export const passwordLength = { min: 10, max: 128 };
const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,29}$/;

/** ASCII only, because it becomes part of an e-mail address in the git history. */
export function checkUsername(text: string): string {
  const name = text.trim().toLowerCase();
  if (usernamePattern.test(name) && !name.endsWith('.')) return name;
  throw new Refusal(422, '用户名请用 2 到 30 个小写字母、数字、点、短横或下划线，如 zhangmin。');
}

/** 姓名, shown next to everything the person does. */
export function checkName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (name !== '' && [...name].length <= 30 && /^[\p{L}\p{N}\p{M}·•. ’'()（）-]+$/u.test(name)) return name;
  throw new Refusal(422, '姓名请写 1 到 30 个字，只用文字和间隔号。它会显示在您保存和发布的内容旁边。');
}

export function checkPassword(password: string, username: string): void {
  const { min, max } = passwordLength;
  const length = [...password].length;
  if (length < min) {
    throw new Refusal(
      422,
      `密码至少 ${String(min)} 个字符，现在是 ${String(length)} 个。可以用几个词连成一句。`,
    );
  }
  if (length > max) throw new Refusal(422, `密码最多 ${String(max)} 个字符。`);
  if (password.toLowerCase().includes(username) || new Set(password).size < 5) {
    throw new Refusal(422, '这个密码太容易猜到：请不要包含用户名，也不要重复同几个字符。');
  }
}
