import { RegExpParser } from '@eslint-community/regexpp';
import type { AST } from '@eslint-community/regexpp';
import { childrenOf, mostSteps } from './regex-bounds.ts';
import { breaks, characterWidth, isIn, isInside, nativeExec, words } from './regex-characters.ts';
import type { Characters } from './regex-characters.ts';

/**
 * How many steps a backtracking matcher needs: one for each character that is compared. V8 does not tell how much it
 * works, so this matcher walks the same alternatives in the same order. It is for counting only: the caller uses the
 * result of V8, and a test compares both.
 */
export interface StepCounter {
  /** Adds the steps of one search from a position to `steps`, and returns the match. */
  search(text: string, from: number): Span | undefined;
  steps: number;
}
export interface Span {
  start: number;
  end: number;
}

type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

const counters = new Map<string, StepCounter>();

export function stepCounter({ source, flags }: RegExp): StepCounter {
  const key = `${flags}/${source}`;
  const known = counters.get(key) ?? new Matcher(source, flags);
  counters.set(key, known);
  return known;
}

class Matcher implements StepCounter {
  steps = 0;
  #text = '';
  #groups: (Span | undefined)[] = [];
  readonly #names = new Map<string, number>();
  readonly #flags: string;
  readonly #isUnicode: boolean;
  readonly #isSticky: boolean;
  readonly #isAnchored: boolean;
  /** Without loops or references each position costs a bounded number of steps, so only positions are counted. */
  readonly #isBounded: boolean;
  readonly #native: RegExp;
  readonly #match: Match;

  constructor(source: string, flags: string) {
    this.#flags = flags;
    this.#isUnicode = /[uv]/.test(flags);
    this.#isSticky = flags.includes('y');
    const mode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
    const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, mode);
    this.#isAnchored =
      !flags.includes('m') &&
      pattern.alternatives.every(
        ({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start',
      );
    this.#isBounded = mostSteps(pattern) <= 64;
    this.#native = new RegExp(source, flags.replace(/[gy]/g, '') + (this.#isSticky ? 'y' : 'g'));
    let group = 0;
    const number = (node: AST.Node): void => {
      if (node.type === 'CapturingGroup') {
        group++;
        if (node.name !== null) this.#names.set(node.name, group);
        numbers.set(node, group);
      }
      for (const child of childrenOf(node)) number(child);
    };
    const numbers = new Map<AST.Node, number>();
    number(pattern);
    this.#match = this.#isBounded ? () => false : this.#either(pattern.alternatives, numbers, 1);
  }

  search(text: string, from: number): Span | undefined {
    return this.#isBounded ? this.#searchBounded(text, from) : this.#searchAll(text, from);
  }

  #searchBounded(text: string, from: number): Span | undefined {
    this.#native.lastIndex = from;
    const found = nativeExec.call(this.#native, text);
    const end = found ? found.index + found[0].length : text.length;
    this.steps += this.#isSticky || this.#isAnchored ? 1 + (found?.[0].length ?? 0) : end - from + 1;
    return found ? { start: found.index, end } : undefined;
  }

  #searchAll(text: string, from: number): Span | undefined {
    this.#text = text;
    const last = this.#isSticky ? from : this.#isAnchored ? 0 : text.length;
    for (let start = from; start <= last; start++) {
      // With the flag u, no match begins inside a character.
      if (this.#isUnicode && start > from && isInside(text, start)) continue;
      this.steps++;
      this.#groups = [];
      let end = -1;
      const ends = (at: number): boolean => (end = at) >= 0;
      if (this.#match(start, ends)) return { start, end };
    }
    return undefined;
  }

  #either(alternatives: readonly AST.Alternative[], numbers: Map<AST.Node, number>, step: 1 | -1): Match {
    const each = alternatives.map(({ elements }) => this.#sequence(elements, numbers, step));
    const [only] = each;
    if (each.length === 1 && only) return only;
    return (at, next) => each.some((match) => match(at, next));
  }

  #sequence(elements: readonly AST.Element[], numbers: Map<AST.Node, number>, step: 1 | -1): Match {
    const ordered = step === 1 ? elements.toReversed() : elements;
    return ordered.reduce<Match>(
      (rest, element) => {
        const match = this.#one(element, numbers, step);
        return (at, next) => match(at, (after) => rest(after, next));
      },
      (at, next) => next(at),
    );
  }

  #one(node: AST.Element, numbers: Map<AST.Node, number>, step: 1 | -1): Match {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const width = this.#width(node, step);
        return (at, next) => {
          const size = width(at);
          return size > 0 && next(at + step * size);
        };
      }
      case 'Group':
        return this.#either(node.alternatives, numbers, step);
      case 'CapturingGroup': {
        const inner = this.#either(node.alternatives, numbers, step);
        const index = numbers.get(node) ?? 0;
        return (at, next) => {
          const before = this.#groups[index];
          const isMatch = inner(at, (after) => {
            const outer = this.#groups[index];
            this.#groups[index] = { start: Math.min(at, after), end: Math.max(at, after) };
            if (next(after)) return true;
            this.#groups[index] = outer;
            return false;
          });
          if (!isMatch) this.#groups[index] = before;
          return isMatch;
        };
      }
      case 'Backreference': {
        const index = typeof node.ref === 'number' ? node.ref : (this.#names.get(node.ref) ?? 0);
        return (at, next) => {
          const group = this.#groups[index];
          if (!group) return next(at);
          const words = this.#text.slice(group.start, group.end);
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
      if (node.kind === 'word') return (isWord(at - 1) !== isWord(at)) !== node.negate;
      if (node.kind === 'start') return at === 0 || (isMultiline && isBreak(at - 1));
      return at === this.#text.length || (isMultiline && isBreak(at));
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
