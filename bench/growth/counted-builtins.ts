import { stepCounter } from './regex-steps.ts';

/** Work inside built-in functions, which coverage cannot see. In characters, elements or steps of a pattern. */
export const builtins = { work: 0, isCounting: false };

const add = (work: number): void => {
  if (builtins.isCounting) builtins.work += work;
};

type Method = (this: unknown, ...args: never[]) => unknown;
type Cost = (self: unknown, args: readonly unknown[], result: unknown) => number;

function replace(owner: object, name: PropertyKey, cost: Cost): void {
  const native = (owner as Record<PropertyKey, Method>)[name]!;
  const counting = function (this: unknown, ...args: never[]): unknown {
    const result = native.apply(this, args);
    if (builtins.isCounting) add(cost(this, args, result));
    return result;
  };
  Object.defineProperty(owner, name, { value: counting, writable: true, configurable: true });
}

const lengthOf = (value: unknown): number => (value as { length?: number } | undefined)?.length ?? 0;
const whole: Cost = (self) => lengthOf(self);
const made: Cost = (_, __, result) => lengthOf(result);
/** A search stops where it finds something. */
const untilFound: Cost = (self, args, result) =>
  typeof result === 'number' && result >= 0
    ? Math.abs(result - (typeof args[1] === 'number' ? args[1] : 0)) + 1
    : lengthOf(self) - (typeof args[1] === 'number' ? args[1] : 0);
const untilIncluded: Cost = (self, args, result) => {
  if (result !== true) return lengthOf(self);
  return typeof self === 'string' ? nativeIndexOf.call(self, String(args[0])) : (self as unknown[]).length;
};
const nativeIndexOf = String.prototype.indexOf;

/** From now on, built-in functions add what they do to `builtins.work`. */
export function countBuiltins(): void {
  countPatterns();
  const text = String.prototype;
  for (const name of ['indexOf'] as const) replace(text, name, untilFound);
  replace(
    text,
    'lastIndexOf',
    (self, args, result) => (typeof args[1] === 'number' ? args[1] : lengthOf(self)) - Number(result),
  );
  replace(text, 'includes', untilIncluded);
  for (const name of ['startsWith', 'endsWith'] as const)
    replace(text, name, (_, [wanted]) => lengthOf(wanted));
  for (const name of ['toLowerCase', 'toUpperCase', 'normalize', 'localeCompare', 'isWellFormed'] as const)
    replace(text, name, whole);
  for (const name of ['repeat', 'padStart', 'padEnd'] as const) replace(text, name, made);
  for (const name of ['trim', 'trimStart', 'trimEnd'] as const)
    replace(text, name, (self, _, result) => 1 + lengthOf(self) - lengthOf(result));
  const list = Array.prototype;
  for (const name of ['indexOf', 'lastIndexOf'] as const) replace(list, name, untilFound);
  replace(list, 'includes', untilIncluded);
  for (const name of ['slice', 'concat', 'flat', 'toSorted', 'toReversed', 'toSpliced'] as const)
    replace(list, name, made);
  for (const name of ['sort', 'reverse', 'join', 'shift', 'unshift', 'map', 'filter', 'flatMap'] as const)
    replace(list, name, whole);
  replace(list, 'fill', (self, args) => Number(args[2] ?? lengthOf(self)) - Number(args[1] ?? 0));
  replace(list, 'splice', (self, args) => lengthOf(self) - Number(args[0] ?? 0) + args.length);
  // Spreads, destructuring and sets of all kinds take one element after the other.
  for (const iterator of [
    [][Symbol.iterator](),
    ''[Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
  ])
    replace(Object.getPrototypeOf(iterator) as object, 'next', () => 1);
  for (const name of ['keys', 'values', 'entries'] as const) replace(Object, name, made);
  replace(Object, 'fromEntries', (_, [entries]) => lengthOf(entries));
  replace(JSON, 'stringify', made);
  replace(TextEncoder.prototype, 'encode', made);
  replace(TextDecoder.prototype, 'decode', made);
}

/** All functions that take a pattern call `exec`, once it is replaced. Each result is compared with that of V8. */
function countPatterns(): void {
  const native = RegExp.prototype.exec;
  RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const result = native.call(this, text);
    if (builtins.isCounting) {
      builtins.isCounting = false;
      const counter = stepCounter(this);
      counter.steps = 0;
      const span = counter.search(String(text), from);
      builtins.isCounting = true;
      builtins.work += counter.steps;
      if (span?.start !== result?.index || (result && span?.end !== result.index + result[0].length))
        throw new Error(
          `The matcher that counts steps differs from V8 for ${String(this)} in ${text.slice(0, 80)}`,
        );
    }
    return result;
  };
}
