import type { SvgElement } from './svg-tree.ts';
import { UnsafeSvg } from './unsafe-svg.ts';

/**
 * Refuses a drawing that becomes far larger when it is drawn than it is in the file: elements that use others that use
 * others, or fills, masks and filters that are nested in this way. The cost of each element is computed once.
 */
export function refuseCostlyDrawing(root: SvgElement): void {
  const targets = new Map<string, SvgElement>();
  const styles: string[] = [];
  visit(root, (element) => {
    const id = element.attributes.get('id');
    if (id !== undefined && !targets.has(id)) targets.set(id, element);
    if (element.name === 'style') styles.push(textOf(element));
  });
  const styled = referencesByName(styles.join('\n'));
  const marked = new Map<string, boolean>();
  /** Whether the rules of a name put markers on the corners of a line. */
  const hasMarkers = (name: string): boolean => {
    const known = marked.get(name);
    if (known !== undefined) return known;
    const found = styled.get(name)!.some((id) => targets.get(id)?.name === 'marker');
    marked.set(name, found);
    return found;
  };
  const costs = new Map<SvgElement | string, number>();
  /** The cost of an element or, for a name in a style sheet, of all that its rules refer to. */
  const costOf = (what: SvgElement | string, depth: number): number => {
    const known = costs.get(what);
    if (known !== undefined) return known;
    // Nothing is drawn for an element that uses itself; browsers stop there.
    costs.set(what, 0);
    if (depth > maxDepth) throw new UnsafeSvg(tooCostly);
    const referred = [...(typeof what === 'string' ? (styled.get(what) ?? []) : referencesOf(what))];
    let cost = typeof what === 'string' ? 0 : ownCost(what.name);
    for (const id of referred) {
      const target = targets.get(id);
      if (target) cost += costOf(target, depth + 1) * (target.name === 'marker' ? corners(what) : 1);
    }
    if (typeof what !== 'string') {
      for (const name of namesOf(what)) {
        if (!styled.has(name)) continue;
        const marks = hasMarkers(name);
        cost += costOf(name, depth + 1) * (marks ? corners(what) : 1);
      }
      for (const child of what.children) if (typeof child !== 'string') cost += costOf(child, depth + 1);
    }
    if (cost > maxCost) throw new UnsafeSvg(tooCostly);
    costs.set(what, cost);
    return cost;
  };
  costOf(root, 0);
}

const tooCostly = '里面的图形一层套一层，画出来太多';
/** Elements drawn for one picture. A phone draws as many in some seconds. */
const maxCost = 150_000;
/** Elements nested in each other, and uses of uses. */
const maxDepth = 2_000;

/** The steps of a filter go over every pixel of what it is applied to, and some of them over many others for each. */
const ownCost = (name: string): number => (slowSteps.test(name) ? 500 : name.startsWith('fe') ? 50 : 1);
const slowSteps =
  /^fe(?:GaussianBlur|DropShadow|Morphology|Turbulence|ConvolveMatrix|DisplacementMap|\w+Lighting)$/;

/** A marker is drawn at each corner of a line: about one for two numbers. */
function corners(what: SvgElement | string): number {
  if (typeof what === 'string') return 1;
  const line = `${what.attributes.get('d') ?? ''} ${what.attributes.get('points') ?? ''}`;
  return Math.max(1, line.split(/[\s,]+|(?=[a-z-])/i).length / 2);
}

/** Calls `act` for each element, parents first. */
export function visit(element: SvgElement, act: (element: SvgElement) => void): void {
  act(element);
  for (const child of element.children) if (typeof child !== 'string') visit(child, act);
}

export const textOf = (element: SvgElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

/** The ids that an element refers to with `href` or `url(#…)`. */
function* referencesOf({ attributes }: SvgElement): Generator<string> {
  for (const [name, value] of attributes) {
    if (name === 'href') {
      if (value.startsWith('#')) yield decoded(value.slice(1));
    } else yield* idsIn(value);
  }
}

function* idsIn(value: string): Generator<string> {
  if (!value.includes('#')) return;
  for (const [, id] of value.matchAll(/url\(\s*["']?#([^"'()]+)["']?\s*\)/gi)) yield decoded(id!.trim());
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** How a selector may name an element: its own name, `.class`, `#id`, or `*`. */
const namesOf = ({ name, attributes }: SvgElement): string[] => [
  name,
  '*',
  `#${attributes.get('id') ?? ''}`,
  ...(attributes.get('class') ?? '').split(/\s+/).map((each) => `.${each}`),
];

/**
 * For each name in the selectors of a style sheet, the ids that its rules refer to. Rather one name too many: a rule
 * whose selector is more than names counts for all elements.
 */
function referencesByName(css: string): Map<string, string[]> {
  const references = new Map<string, string[]>();
  for (const rule of css.split('}')) {
    const ids = [...idsIn(rule)];
    if (ids.length === 0) continue;
    const [selectors = '', ...declarations] = rule.split('{');
    const names = [...selectors.matchAll(/[.#]?[\w\u0080-\uffff-]+|\*/g)].map(([name]) => name);
    const isPlain = declarations.length === 1 && !/[:[\\]/.test(selectors);
    for (const name of isPlain ? names : ['*']) {
      const known = references.get(name);
      if (known) known.push(...ids);
      else references.set(name, [...ids]);
    }
  }
  return references;
}
