import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roleColour } from './role-colours.ts';

test('follows a role to the palette, in each scheme', () => {
  const palette = readFileSync('src/styles/base/palette.css', 'utf8');
  const colours = [
    roleColour('band', 'light'),
    roleColour('band', 'dark'),
    roleColour('accent-strong', 'paper'),
  ];
  expect(colours.map((colour) => new RegExp(`--(.+): ${colour};`).exec(palette)?.[1])).toEqual([
    'red-800',
    'red-900',
    'red-950',
  ]);
});

test('takes a value that a role sheet writes itself', () => {
  expect(roleColour('on-accent', 'light')).toBe('#fff');
});

test('rejects a role without a colour', () => {
  expect(() => roleColour('brand', 'light')).toThrow('The role "brand" has no colour in the light scheme.');
  expect(() => roleColour('radius', 'light')).toThrow('"radius"');
  expect(() => roleColour('on-band-soft', 'dark')).toThrow('in the dark scheme');
});

test('the icon has the colours of the band', () => {
  const icon = readFileSync('public/favicon.svg', 'utf8');
  const colours = [...icon.matchAll(/#[\da-f]{3,6}/g)].map(([colour]) => colour);
  expect(colours).toEqual([roleColour('band', 'light'), roleColour('on-band', 'light')]);
});

test('the colours of the band are written in the palette alone', () => {
  const band = ['band', 'on-band', 'on-band-soft'].map((role) => roleColour(role, 'paper'));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:astro|css|tsx?)$/.test(name),
  );
  const writing = sources.filter((name) => {
    const text = readFileSync(`src/${name}`, 'utf8');
    return band.some((colour) => text.includes(colour));
  });
  expect(writing).toEqual(['styles/base/palette.css']);
});
