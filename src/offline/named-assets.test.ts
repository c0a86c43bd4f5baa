import { describe, expect, test } from 'vitest';
import {
  importedAtOnce,
  isOurPage,
  namedInPage,
  namedInScript,
  namedInStyle,
  pictureOf,
} from './named-assets.ts';

const page = `<link rel="stylesheet" href="/hub/_astro/page.D0sxlO-P.css"><link rel="canonical" href="http://a.cn/hub/x/">
<meta property="og:image" content="http://a.cn/hub/_astro/share.AAAAAAAA_1.jpeg">
<picture><source type="image/avif" srcset="/hub/_astro/houchu._MlB8E70_22YW9v.avif 480w, /hub/_astro/houchu._MlB8E70_5IPf1.avif 960w">
<img src="/hub/_astro/houchu._MlB8E70_11qgVx.jpeg" alt="/hub/_astro/"></picture><img src='/hub/_astro/图-一.C_8o3btr.svg'>
<div data-texts="/hub/_astro/texts-x.Zzqd-cCG.json"></div><script type="module" src="/hub/_astro/Reading.BM3sC-wj.js"></script>`;

test('finds style sheets, scripts and each picture with all its sizes in a page', () => {
  expect(namedInPage(page, '/hub/')).toEqual({
    needed: ['page.D0sxlO-P.css', 'Reading.BM3sC-wj.js'],
    pictures: [
      ['houchu._MlB8E70_22YW9v.avif', 'houchu._MlB8E70_5IPf1.avif', 'houchu._MlB8E70_11qgVx.jpeg'],
      ['%E5%9B%BE-%E4%B8%80.C_8o3btr.svg'],
    ],
  });
});

test('recognizes the sign-in page of a network as foreign', () => {
  expect(isOurPage(page, '/hub/')).toBe(true);
  expect(isOurPage('<title>校园网登录</title><link rel="stylesheet" href="/login.css">', '/hub/')).toBe(
    false,
  );
});

test.each([
  ['houchu._MlB8E70_11qgVx.jpeg', 'houchu._MlB8E70'],
  ['houchu._MlB8E70.webp', 'houchu._MlB8E70'],
  ['jiantou-tu.-AW_NVgd_s0EDW.svg', 'jiantou-tu.-AW_NVgd'],
])('recognizes %s as a size of %s', (name, picture) => {
  expect(pictureOf(name)).toBe(picture);
});

describe('finds in a script', () => {
  const script =
    'import{t as e}from"./voices.Be4U1nBD.js";import"./mount.DhcWJX0g.js";export*from`./a.AAAAAAAA.js`;' +
    'const d=["_astro/later.BBBBBBBB.js","_astro/later.CCCCCCCC.css"];import(`./later.BBBBBBBB.js`);fetch("./data.json")';
  test('its static imports', () => {
    expect(importedAtOnce(script)).toEqual(['voices.Be4U1nBD.js', 'mount.DhcWJX0g.js', 'a.AAAAAAAA.js']);
  });
  test('files that it may load later', () => {
    expect(namedInScript(script)).toEqual(
      expect.arrayContaining(['voices.Be4U1nBD.js', 'later.BBBBBBBB.js', 'later.CCCCCCCC.css']),
    );
  });
});

test('finds fonts and pictures in a style sheet, but no inline data', () => {
  const css =
    '@import "./more.AAAAAAAA.css";a{background:url(/hub/_astro/i.BBBBBBBB.svg)}b{background:url("data:image/png,")}';
  expect(namedInStyle(css)).toEqual(['more.AAAAAAAA.css', 'i.BBBBBBBB.svg']);
});
