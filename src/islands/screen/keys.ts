export type ScreenAction = 'next' | 'back' | 'first' | 'last' | 'full' | 'larger' | 'smaller';

/** Presenters' remotes send PageDown and PageUp, and F5 to start a talk. Their “.” has no meaning here. */
const actions: Readonly<Record<string, ScreenAction>> = {
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
  /** With Ctrl, Alt or the like: a shortcut of the browser. */
  modified: boolean;
  /** What has the focus: controls use the space bar themselves, a wide table uses the arrows. */
  on: 'page' | 'control' | 'table';
}

/** The action of a key; undefined where the key belongs to the browser or to the focused element. */
export function actionFor({ key, shift, modified, on }: Press): ScreenAction | undefined {
  if (modified) return undefined;
  if (key === ' ') return on === 'control' ? undefined : shift ? 'back' : 'next';
  if (on === 'table' && (key === 'ArrowLeft' || key === 'ArrowRight')) return undefined;
  return actions[key];
}
