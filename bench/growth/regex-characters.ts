import type { AST } from '@eslint-community/regexpp';

export type Characters = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

/** Kept before the counting begins, which replaces it. */
const nativeExec = RegExp.prototype.exec;

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

export const words = this.#text.slice(group.start, group.end);
          this.steps += words.length;
          const there =
            step === 1 ? this.#text.substr(at, words.length) : this.#text.slice(at - words.length, at);
          const isSame = this.#flags.includes('i')
            ? there.toLowerCase() === words.toLowerCase()
            : there === words;
          return isSame && next(at + step * words.length);
        };
      }
      case 'Assertion':
        return this.#assertion(node, numbers);
      case 'Quantifier':
        return this.#loop(node, numbers, step);
    }
  }

  #assertion(node: AST.Assertion, numbers: Map<AST.Node, number>): Match {
    if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
      const inner = this.#either(node.alternatives, numbers, node.kind === 'lookahead' ? 1 : -1);
      return (at, next) => {
        const before = [...this.#groups];
        const isMatch = inner(at, () => true);
        if (isMatch === node.negate) {
          this.#groups = before;
          return false;
        }
        if (node.negate) this.#groups = before;
        if (next(at)) return true;
        this.#groups = before;
        return false;
      };
    }
    const isWord = (at: number): boolean => isIn(words, this.#text, at);
    const isBreak = (at: number): boolean => isIn(breaks, this.#text, at);
    const isMultiline = this.#flags.includes('m');
    const holds = (at: number): boolean => {
      if (node.kind === 'start') return at === 0 || (isMultiline && isBreak(at - 1));
      if (node.kind === 'end') return at === this.#text.length || (isMultiline && isBreak(at));
      const isEdge = isWord(at - 1) !== isWord(at);
      return node.kind === 'word' && node.negate ? !isEdge : isEdge;
    };
    return (at, next) => {
      this.steps++;
      return holds(at) && next(at);
    };
  }

  #loop(node: AST.Quantifier, numbers: Map<AST.Node, number>, step: 1 | -1): Match {
    const { min, max, greedy, element } = node;
    if (/^Character|^Expression/.test(element.type)) {
      return this.#simpleLoop(this.#width(element as Characters, step), min, max, greedy, step);
    }
    const inner = this.#one(element as AST.Element, numbers, step);
    const repeat = (at: number, count: number, next: Next): boolean => {
      const more = (): boolean =>
        count < max && inner(at, (after) => (after !== at || count < min) && repeat(after, count + 1, next));
      if (count < min) return more();
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => repeat(at, 0, next);
  }

  /** Without recursion: `[^x]*` can be as long as the text. */
  #simpleLoop(width: (at: number) => number, min: number, max: number, greedy: boolean, step: 1 | -1): Match {
    return (start, next) => {
      const ends = [start];
      const grow = (): boolean => {
        const at = ends[ends.length - 1] ?? start;
        const size = ends.length - 1 < max ? width(at) : 0;
        if (size > 0) ends.push(at + step * size);
        return size > 0;
      };
      while (ends.length - 1 < min) if (!grow()) return false;
      if (!greedy) {
        do if (next(ends[ends.length - 1] ?? start)) return true;
        while (grow());
        return false;
      }
      while (grow());
      for (let count = ends.length - 1; count >= min; count--) {
        this.steps++;
        if (next(ends[count] ?? start)) return true;
      }
      return false;
    };
  }

  #width(node: Characters, step: 1 | -1): (at: number) => number {
    const width = characterWidth(node, this.#flags, step);
    return (at) => {
      this.steps++;
      return width(this.#text, at);
    };
  }
}

/** Kept before the counting begins, which replaces it. */
const nativeExec = RegExp.prototype.exec;

const words = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
export const breaks = '\n\r\u2028\u2029';
export const isIn = (characters: string, text: string, at: number): boolean =>
  at >= 0 && at < text.length && characters.includes(text.charAt(at));
export const isInside = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
