import type { AST } from '@eslint-community/regexpp';

export type Characters = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** Kept before the counting begins, which replaces it. */
export const nativeExec = RegExp.prototype.exec;

/** The width of the character at a position if it belongs to the set, otherwise 0. V8 itself says whether it does. */
export function characterWidth(
  node: Characters,
  flags: string,
  step: 1 | -1,
): (text: string, at: number) => number {
  const belongs = new RegExp(`^${node.raw}$`, flags.replace(/[gym]/g, ''));
  const isUnicode = /[uv]/.test(flags);
  const known = new Map<number, boolean>();
  return (text, at) => {
    let code = text.charCodeAt(step === 1 ? at : at - 1);
    if (Number.isNaN(code)) return 0;
    let size = 1;
    if (isUnicode && (code & 0xf800) === 0xd800) {
      const from = step === 1 ? at : at - 2;
      const whole = from >= 0 ? (text.codePointAt(from) ?? 0) : 0;
      if (whole > 0xffff) [code, size] = [whole, 2];
    }
    let isIn = known.get(code);
    if (isIn === undefined) {
      const written = size === 2 ? String.fromCodePoint(code) : String.fromCharCode(code);
      isIn = nativeExec.call(belongs, written) !== null;
      known.set(code, isIn);
    }
    return isIn ? size : 0;
  };
}

export const words = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
export const breaks = '\n\r\u2028\u2029';
export const isIn = (characters: string, text: string, at: number): boolean =>
  at >= 0 && at < text.length && characters.includes(text.charAt(at));
export const isInside = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
