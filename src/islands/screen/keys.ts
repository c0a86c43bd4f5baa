export type Deed = 'next' | 'back' | 'first' | 'last' | 'full' | 'larger' | 'smaller';

/** Presenters' remotes send PageDown and PageUp, and F5 where a talk begins. Their “.” asks for nothing here. */
const deeds: Readonly<Record<string, Deed>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  F5: 'full',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
};

export interface Press {
  key: string;
  shift: boolean;
  /** Held with Ctrl, Alt or the like: the browser's own. */
  held: boolean;
  /** What has the focus: a button and a link mean something else by the space bar, a wide table by the arrows. */
  on: 'page' | 'control' | 'table';
}

/** What a key asks for; nothing where it belongs to the browser or to what has the focus. */
export function deedOf({ key, shift, held, on }: Press): Deed | undefined {
  if (held) return undefined;
  if (key === ' ') return on === 'control' ? undefined : shift ? 'back' : 'next';
  if (on === 'table' && (key === 'ArrowLeft' || key === 'ArrowRight')) return undefined;
  return deeds[key];
}
