import type { SvgElement } from './svg-tree.ts';
import { textOf, visit } from './drawing-cost.ts';
import { UnsafeSvg } from './unsafe-svg.ts';

/**
 * The longer side of a drawing in its own units. Refuses one that is wider or higher than any sheet, in whatever unit, or
 * so long that a page would have to be scrolled for hours.
 */
export function sizeOf({ attributes }: SvgElement): number {
  const [, , ...box] = (attributes.get('viewBox') ?? '').trim().split(/[\s,]+/);
  const ends = [attributes.get('width'), attributes.get('height')].filter((side) => side !== undefined);
  const [sides, units] = [ends, box].map((all) =>
    all.map((side) => Number.parseFloat(side)).filter((side) => !Number.isNaN(side)),
  ) as [number[], number[]];
  const ratios = [sides, units].map(([width = 1, height = 1]) => width / height);
  const isHuge = [...sides, ...units].some((side) => !(side <= maxSide));
  // One may be a share of the page and the other not.
  const isPlain = ends.every((side) => !side.includes('%'));
  if (isHuge || ratios.some((ratio, index) => (isPlain || index > 0) && !isUsual(ratio)))
    throw new UnsafeSvg('写明的宽和高太大，或者一边比另一边长得太多');
  return Math.max(...(units.length > 0 ? units : sides), 1);
}

const maxSide = 10_000_000;
const maxRatio = 200;
/** A side of 0 draws nothing, and is reported as such. */
const isUsual = (ratio: number): boolean =>
  !(ratio > maxRatio && ratio < Infinity) && !(ratio > 0 && ratio < 1 / maxRatio);

/**
 * A browser draws each dash by itself: a million of them on one line take it more than ten seconds. `pathLength` says how
 * long a line counts, however long it is; a computed length (`calc`, `var`) could be any.
 */
export function refuseDenseDashes(root: SvgElement, size: number): void {
  let longest = size;
  visit(root, ({ attributes }) => {
    const counted = Number.parseFloat(attributes.get('pathLength') ?? '');
    if (counted > longest) longest = counted;
  });
  visit(root, (element) => {
    for (const value of dashesOf(element)) {
      const dashes = value.split(/[\s,]+/).map((dash) => Number.parseFloat(dash));
      const length = dashes.reduce((sum, dash) => sum + (dash > 0 ? dash : 0), 0);
      if (value.includes('(') || (length > 0 && length < longest / mostDashes))
        throw new UnsafeSvg('里面的虚线太密，画不出来');
    }
  });
}

const dashesOf = (element: SvgElement): string[] => {
  const { name, attributes } = element;
  const css = name === 'style' ? textOf(element) : (attributes.get('style') ?? '');
  return [attributes.get('stroke-dasharray') ?? '', ...[...css.matchAll(inStyle)].map(([, value]) => value!)];
};

const inStyle = /stroke-dasharray:([^;}]*)/gi;
/** On a line across the whole drawing. */
const mostDashes = 5_000;
