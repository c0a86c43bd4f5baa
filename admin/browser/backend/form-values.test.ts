import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import { readForm, writeForm } from './form-values.ts';

const orgs = collectionOf('orgs');
const text = `---
title: 榕荫里物业
shortName: 0771 # 简称像数字
phone: 07711234567
order: 010
seats:
  - org: a
    since: 2026-01-31
---

介绍。
`;

it('saving an unedited entry keeps every byte, including the notation of numbers', () => {
  expect(writeForm(orgs, readForm(orgs, text), text)).toBe(text);
  expect(readForm(orgs, text)).toMatchObject({ shortName: '0771', phone: '07711234567', order: 10 });
});

it('empty form values do not change the text', () => {
  const form = { ...readForm(orgs, text), hours: '', contact: null, sample: false, address: undefined };
  expect(writeForm(orgs, form, text)).toBe(text);
});

it('keeps the notation of days and moments', () => {
  const notices = collectionOf('notices');
  const notice = '---\ntitle: 停水\npublished: 2026-01-01T00:30:00+08:00\nexpires: 2026-01-31\n---\n\n正文\n';
  const form = readForm(notices, notice);
  expect(form).toMatchObject({ published: '2026-01-01T00:30:00+08:00', expires: '2026-01-31' });
  expect(writeForm(notices, { ...form, title: '停电' }, notice)).toBe(notice.replace('停水', '停电'));
});

it('writes a typed number as a number', () => {
  const after = writeForm(orgs, { ...readForm(orgs, text), order: '12' }, text);
  expect(after).toBe(text.replace('order: 010', 'order: 12'));
});

it.each([
  ['１２', 'order: 12'],
  [' 7 ', 'order: 7'],
  ['+3', 'order: 3'],
  ['约 12', 'order: 约 12'],
  ['1,000', 'order: 1,000'],
  ['0x10', 'order: "0x10"'],
  ['1e3', 'order: "1e3"'],
  // Too many digits for a JavaScript number.
  ['12345678901234567890', 'order: "12345678901234567890"'],
])('the typed number %s is written as %s', (typed, line) => {
  expect(writeForm(orgs, { ...readForm(orgs, text), order: typed }, text)).toContain(`${line}\n`);
});

it('a number field with only spaces is empty', () => {
  expect(writeForm(orgs, { ...readForm(orgs, text), order: ' ' }, text)).not.toContain('order');
});

it('removes the line of an emptied field', () => {
  const after = writeForm(orgs, { ...readForm(orgs, text), phone: '' }, text);
  expect(after).toBe(text.replace('phone: 07711234567\n', ''));
});

it('every entry of this repository passes through the form unchanged', () => {
  for (const file of globSync('content/**/index.md')) {
    const name = file.split('/')[1] ?? '';
    if (!isCollectionName(name)) continue;
    const source = readFileSync(file, 'utf8');
    const collection = collectionOf(name);
    expect(writeForm(collection, readForm(collection, source), source), file).toBe(source);
  }
});

const unseen = '---\ntitle: 停\u200b水\nsummary: |\n  一\u00a0二\n---\n\n请\ufeff储水。\n';

it('removes invisible characters from changed fields only', () => {
  const notices = collectionOf('notices');
  const form = readForm(notices, unseen);
  expect(writeForm(notices, form, unseen)).toBe(unseen);
  expect(writeForm(notices, { ...form, title: '停\u2060电\u000b通知' }, unseen)).toBe(
    unseen.replace('停\u200b水', '停电 通知'),
  );
  expect(writeForm(notices, { ...form, body: '请\u200b关窗。\u000b谢谢。' }, unseen)).toBe(
    unseen.replace('请\ufeff储水。', '请关窗。\n谢谢。'),
  );
});

it('removes invisible characters from alt texts and list items', () => {
  const activities = collectionOf('activities');
  const form = { title: '义诊', cover: { src: 'a.jpg', alt: '食\u00ad堂' }, orgs: ['hou\u200bqin'] };
  const text = writeForm(activities, form);
  expect(readForm(activities, text)).toMatchObject({ cover: { alt: '食堂' }, orgs: ['houqin'] });
});
