/** A text of about this many characters. */
export interface GrowthCase {
  name: string;
  /** For a shape of a construct: which one. */
  construct?: string;
  make: (size: number) => string;
}

/** A construct as it is opened and closed. A construct with one half only is closed by itself. */
export type Construct = readonly [open: string, close?: string];

const filled = (size: number, unit: string): string => unit.repeat(Math.ceil(size / unit.length));
const shown = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Half of the text opens, the other half closes, with a word in between. */
const nested = (size: number, open: string, close: string): string => {
  const depth = Math.ceil(size / (open.length + close.length));
  return `${open.repeat(depth)}字${close.repeat(depth)}`;
};

const shapes: Record<string, (open: string, close: string) => (size: number) => string> = {
  repeated: (open, close) => (size) => filled(size, `${open}字${close}`),
  'one per line': (open, close) => (size) => filled(size, `${open}字${close}\n`),
  'one per paragraph': (open, close) => (size) => filled(size, `${open}字${close}\n\n`),
  unclosed: (open) => (size) => filled(size, open),
  'unclosed, one per line': (open) => (size) => filled(size, `${open}\n`),
  'unclosed with words': (open) => (size) => filled(size, `${open}字 a `),
  'only closed': (_, close) => (size) => filled(size, close),
  nested: (open, close) => (size) => nested(size, open, close),
  'opened, never closed': (open, close) => (size) => `${filled(size, open)}\n\n${close}`,
  'one around everything': (open, close) => (size) => `${open}${filled(size, '字 ')}${close}`,
  'one, unclosed, around lines': (open) => (size) => `${open}${filled(size, '字\n')}`,
};

/** Every construct in every shape. */
export function shapesOf(constructs: readonly Construct[]): GrowthCase[] {
  return constructs.flatMap(([open, close = '']) =>
    Object.entries(shapes)
      .filter(
        ([shape]) => close !== '' || !/closed$|nested|around everything/.test(shape) || shape === 'unclosed',
      )
      .map(([shape, make]) => ({
        name: `${shown(open + close)} ${shape}`,
        construct: open + close,
        make: make(open, close),
      })),
  );
}

/** Two constructs in turn, once unclosed and once crossing each other. */
export function pairsOf(constructs: readonly Construct[]): GrowthCase[] {
  return constructs.flatMap(([a, endA = ''], at) =>
    constructs.slice(at + 1).flatMap(([b, endB = '']) => [
      { name: `${shown(a)} and ${shown(b)} unclosed`, make: (size: number) => filled(size, a + b) },
      {
        name: `${shown(a + endA)} across ${shown(b + endB)}`,
        make: (size: number) => filled(size, `${a}${b}字${endA}${endB}`),
      },
    ]),
  );
}

/** The same case inside another text. */
export const within = (
  { name, construct, make }: GrowthCase,
  place: string,
  around: (text: string) => string,
): GrowthCase => ({
  name: `${place}: ${name}`,
  ...(construct === undefined ? {} : { construct: `${place}: ${construct}` }),
  make: (size) => around(make(size)),
});

/** One text repeated, one half followed by another. */
export const repeated = (unit: string, end = ''): GrowthCase => ({
  name: `${shown(unit)} repeated${end === '' ? '' : `, then ${shown(end)}`}`,
  make: (size) => filled(size, unit) + end,
});
export const halves = (first: string, second: string): GrowthCase => ({
  name: `${shown(first)} and then ${shown(second)}`,
  make: (size) => filled(size / 2, first) + filled(size / 2, second),
});

/** A unit for each number, to about this size. */
export const numbered = (size: number, unit: (at: number) => string): string => {
  const count = Math.ceil(size / unit(1000).length);
  return Array.from({ length: count }, (_, at) => unit(at)).join('');
};
export const numberedCase = (name: string, unit: (at: number) => string, before = ''): GrowthCase => ({
  name,
  make: (size) => before + numbered(size, unit),
});
