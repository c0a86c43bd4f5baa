import { percentDecoded } from '../addresses/percent-decoded.ts';

/** A path below content/ that a name in a text can mean, and what comes after the name: `#page=3`. */
export interface MeantName {
  candidate: string;
  rest: string;
}

/** The paths that `src` in the entry of `folder` can mean, the most literal one first. */
export function resolvedNames(folder: string, src: string): MeantName[] {
  return candidateNames(src).flatMap(({ name, rest }) => {
    const candidate = resolvedPath(folder, name);
    return candidate === undefined ? [] : [{ candidate, rest }];
  });
}

/** The names that `src` can stand for, the literal one first. */
function candidateNames(src: string): { name: string; rest: string }[] {
  const written = src.trim();
  const bare = written.replace(/[?#].*$/s, '');
  const rest = written.slice(bare.length);
  return [
    { name: written, rest: '' },
    { name: percentDecoded(written), rest: '' },
    { name: bare, rest },
    { name: percentDecoded(bare), rest },
  ];
}

/** The path below content/ with `.` and `..` resolved. Undefined if it is outside the folder. */
function resolvedPath(folder: string, name: string): string | undefined {
  if (name === '' || name.startsWith('/')) return undefined;
  const inside: string[] = [];
  for (const part of name.normalize('NFC').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') inside.push(part);
    else if (inside.pop() === undefined) return undefined;
  }
  return `${folder}/${inside.join('/')}`;
}
