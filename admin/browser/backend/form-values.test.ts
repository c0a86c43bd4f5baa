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

it('an entry opened and saved without an edit changes no byte, whatever its numbers look like', () => {
  expect(writeForm(orgs, readForm(orgs, text), text)).toBe(text);
  expect(readForm(orgs, text)).toMatchObject({ shortName: '0771', phone: '07711234567', order: 10 });
});

it('a form that fills empty fields with empty values changes nothing', () => {
  const form = { ...readForm(orgs, text), hours: '', contact: null, sample: false, address: undefined };
  expect(writeForm(orgs, form, text)).toBe(text);
});

it('days and moments stay as they were written', () => {
  const notices = collectionOf('notices');
  const notice = '---\ntitle: 停水\npublished: 2026-01-01T00:30:00+08:00\nexpires: 2026-01-31\n---\n\n正文\n';
  const form = readForm(notices, notice);
  expect(form).toMatchObject({ published: '2026-01-01T00:30:00+08:00', expires: '2026-01-31' });
  expect(writeForm(notices, { ...form, title: '停电' }, notice)).toBe(notice.replace('停水', '停电'));
});

it('a number typed into the form is a number in the file', () => {
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
  // More digits than a number can hold would come back as another number.
  ['12345678901234567890', 'order: "12345678901234567890"'],
])('%s typed as a number stands in the file as %s', (typed, line) => {
  expect(writeForm(orgs, { ...readForm(orgs, text), order: typed }, text)).toContain(`${line}\n`);
});

it('a number of which only spaces are left is none', () => {
  expect(writeForm(orgs, { ...readForm(orgs, text), order: ' ' }, text)).not.toContain('order');
});

it('a field that was emptied loses its line', () => {
  const after = writeForm(orgs, { ...readForm(orgs, text), phone: '' }, text);
  expect(after).toBe(text.replace('phone: 07711234567\n', ''));
});

it('every entry of this repository goes through the form unchanged', () => {
  for (const file of globSync('content/**/index.md')) {
    const name = file.split('/')[1] ?? '';
    if (!isCollectionName(name)) continue;
    const source = readFileSync(file, 'utf8');
    const collection = collectionOf(name);
    expect(writeForm(collection, readForm(collection, source), source), file).toBe(source);
  }
});

const unseen = '---\ntitle: 停\u200b水\nsummary: |\n  一\u00a0二\n---\n\n请\ufeff储水。\n';

it('what nobody sees is left out of what was changed, and changes nothing else', () => {
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

it('words for pictures and parts of lists are cleaned as well', () => {
  const activities = collectionOf('activities');
  const form = { title: '义诊', cover: { src: 'a.jpg', alt: '食\u00ad堂' }, orgs: ['hou\u200bqin'] };
  const text = writeForm(activities, form);
  expect(readForm(activities, text)).toMatchObject({ cover: { alt: '食堂' }, orgs: ['houqin'] });
});
