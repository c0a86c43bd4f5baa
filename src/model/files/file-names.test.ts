import { describe, expect, it, test } from 'vitest';
import { nameFault } from './file-facts.ts';
import { extensionOf, fileNameFault, keptFileName, keptTypes, longFolderFault } from './file-names.ts';

const free = (): boolean => false;

it.each([
  ['IMG 2031 (1).JPG', 'IMG-2031-1.jpg'],
  ['联席会议 合影.png', '联席会议-合影.png'],
  ['../../etc/passwd.png', 'etc-passwd.png'],
  ['   .svg', 'file.svg'],
  ['a.b.c.webp', 'a-b-c.webp'],
  ['_DSC0123.JPG', '_DSC0123.jpg'],
  ['·目录、二.pdf', '·目录、二.pdf'],
  ['1#楼 50%.jpg', '1-楼-50.jpg'],
  ['COM1.png', 'COM1-1.png'],
  ['e\u0301cole.png', 'école.png'],
  ['没有扩展名', '没有扩展名'],
  ['.htaccess', 'htaccess'],
  ['报表.JP\u200bG', '报表.jpg'],
])('%j is renamed to %j', (wanted, name) => {
  expect(keptFileName(wanted, free)).toBe(name);
});

it('does not use the name of another picture', () => {
  const used = new Set(['合影.png', '合影-2.png']);
  expect(keptFileName('合影.png', (name) => used.has(name))).toBe('合影-3.png');
});

it('cuts a long name between characters and leaves room for a number', () => {
  const wanted = `${'𠮷'.repeat(80)}.jpeg`;
  const first = keptFileName(wanted, free);
  expect(first).toMatch(/^𠮷{40,50}\.jpeg$/u);
  const second = keptFileName(wanted, (name) => name === first);
  expect(second).toBe(first.replace('.jpeg', '-2.jpeg'));
  expect(fileNameFault(second)).toBeUndefined();
});

describe('an invalid name', () => {
  test.each([
    ['1#楼.jpg', '里有“#”'],
    ['完成率80%.jpg', '里有“%”'],
    ['是吗?.png', '里有“?”'],
    ['图\\一.png', '里有“\\”'],
    ['图\u200b.png', '看不见'],
    ['图\u202egnp.exe', '看不见'],
    ['半\ud840.png', '看不见'],
    ['.合影.png', '开头'],
    ['-合影.png', '开头'],
    ['合影.png ', '末尾'],
    ['合影..png', '末尾或中间'],
    ['nul.png', 'Windows'],
    ['Lpt1.png', 'Windows'],
    [`${'长'.repeat(84)}.png`, '太长了，请缩短到 60 个字以内'],
  ])('%j', (name, reason) => {
    expect(fileNameFault(name)).toContain(reason);
  });
  test.each([
    '食堂 照片.jpg',
    '》引.png',
    '_DSC0123.JPG',
    'a+b&c=(1)~.jpg',
    '𠮷野家.webp',
    `${'长'.repeat(60)}.jpeg`,
  ])('%j is valid', (name) => {
    expect(fileNameFault(name)).toBeUndefined();
  });
});

test('names are limited in bytes, with room for what the build and git add', () => {
  const bytes = (text: string): number => Buffer.byteLength(text);
  const longest = (
    character: string,
    ending: string,
    fault: (name: string) => string | undefined,
  ): number => {
    let count = 1;
    while (fault(`${character.repeat(count + 1)}${ending}`) === undefined) count++;
    return bytes(`${character.repeat(count)}${ending}`);
  };
  for (const character of ['a', 'é', '长', '𠮷']) {
    expect(longest(character, '.jpeg', fileNameFault)).toBeLessThanOrEqual(
      255 - bytes('.BoD9I3yK_Z1LNfbR.webp') + bytes('.jpeg'),
    );
    expect(longest(character, '', longFolderFault)).toBeLessThanOrEqual(255 - bytes('2026--.lock'));
    // The file that stores a record.
    expect(longest(character, '', longFolderFault)).toBeLessThanOrEqual(255 - bytes('2026--.json'));
  }
  expect(longest('长', '.jpeg', fileNameFault)).toBeGreaterThanOrEqual(bytes(`${'长'.repeat(60)}.jpeg`));
  expect(longFolderFault('长'.repeat(70))).toContain('太长了，请缩短到 60 个字以内');
});

test('a name that macOS has taken apart is measured as it is stored', () => {
  const stored = `${'각'.repeat(27)}.png`.normalize('NFD');
  expect(Buffer.byteLength(stored)).toBe(247);
  expect(nameFault(stored)).toContain('太长了，请缩短到 60 个字以内');
  expect(nameFault(stored.normalize('NFC'))).toBeUndefined();
  expect(nameFault('合影é.png'.normalize('NFD'))).toBeUndefined();
});

/** A random generator with a seed, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('every name that the desk makes is valid, normalised, unused and of the same type', () => {
  const next = seeded(20_261_128);
  const pieces = [
    ...'·、，）》”“（【】〔〕…—～！：；？',
    ...'_-.~#%?&+=\'"*|<>:/\\ \t\n\0',
    ...[
      '\u200b',
      '\u202e',
      '\ufeff',
      '\u3000',
      '\u00a0',
      '\ud840',
      '\udc0b',
      '\u0301',
      'e\u0301',
      '\u{2070e}',
      '👨‍👩‍👧',
      '①',
      'Ⅲ',
      'ﬁ',
    ],
    ...['合影', 'IMG', 'con', 'NUL', '.lock', '..', '%E5%9B%BE', '长'.repeat(40), '𠮷'.repeat(30), 'é', 'İ'],
  ];
  for (let count = 0; count < 4000; count++) {
    const stem = Array.from({ length: next(7) }, () => pieces[next(pieces.length)]).join('');
    const extension = keptTypes[next(keptTypes.length)]!;
    const wanted = `${stem}.${next(2) === 0 ? extension : extension.toUpperCase()}`;
    const taken = new Set<string>();
    for (let again = 0; again < 3; again++) {
      const name = keptFileName(wanted, (each) => taken.has(each));
      expect(fileNameFault(name), JSON.stringify([wanted, name])).toBeUndefined();
      expect(name, JSON.stringify(wanted)).toBe(name.normalize('NFC'));
      expect(extensionOf(name)).toBe(extensionOf(wanted) === '' ? extensionOf(name) : extension);
      expect(taken.has(name)).toBe(false);
      taken.add(name);
    }
  }
});
