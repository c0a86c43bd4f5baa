// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const source = await readFile(path.resolve(import.meta.dirname, '../src/islands/readers-day.js'), 'utf8');

const page = `
  <section><h2>接下来 <span id="count" data-counts="coming">2</span></h2>
    <p id="asof" data-holds="2026-11-28/2026-11-28">从11月28日算起。</p>
    <p id="none" hidden data-shown-without="coming">眼下没有活动。</p>
    <ul id="coming">
      <li id="a" data-holds="/2026-11-30" data-moves-to="past">义诊
        <span id="mark" data-holds="/2026-11-30" data-then="已过，还没有报道">已确定</span></li>
      <li id="b" data-holds="/2026-12-12" data-moves-to="past">剪窗花</li>
    </ul></section>
  <section id="off" data-goes-without="cancelled"><ul id="cancelled">
    <li id="c" data-holds="/2026-12-01" data-moves-to="past">已取消</li></ul></section>
  <section id="over" hidden><ul id="past"></ul></section>
  <ul><li id="home" data-holds="/2026-11-30" data-moves-to="">义诊</li></ul>
  <h2 id="today" data-holds="2026-11-28/2026-11-28" data-then="食堂菜单">今日食堂</h2>
  <table><tr id="row" class="row now" data-holds="2026-11-28/2026-11-28" data-loses="now"></tr></table>`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  document.body.innerHTML = page;
});
afterEach(() => {
  vi.useRealTimers();
});

function readAt(moment: string): void {
  vi.setSystemTime(new Date(moment));
  // Run as in the browser: in its own page, without imports.
  window.eval(source);
}
const at = (id: string): HTMLElement | null => document.getElementById(id);
const items = (id: string): string[] => [...(at(id)?.children ?? [])].map((each) => each.id);

test('leaves the page as built on the day of the build', () => {
  const before = document.body.innerHTML;
  readAt('2026-11-28T23:59:59+08:00');
  expect(document.body.innerHTML).toBe(before);
});

test('removes events that are over on the reader’s day', () => {
  readAt('2026-12-01T00:00:00+08:00');
  expect([items('coming'), items('past'), items('cancelled')]).toEqual([['b'], ['a'], ['c']]);
  expect(at('count')?.textContent).toBe('1');
  expect(at('mark')?.textContent).toBe('已过，还没有报道');
  expect([at('none')?.hidden, at('over')?.hidden, at('off')?.hidden]).toEqual([true, false, false]);
  // Counts of another day, and events without a list of past ones, are removed.
  expect([at('asof'), at('home')]).toEqual([null, null]);
  expect(at('today')?.textContent).toBe('食堂菜单');
  expect(at('row')?.className).toBe('row');
});

test('says so when no events are left, also when the script runs twice', () => {
  readAt('2027-01-01T09:00:00+08:00');
  readAt('2027-01-01T09:00:00+08:00');
  expect([items('coming'), items('cancelled')]).toEqual([[], []]);
  expect(items('past').sort()).toEqual(['a', 'b', 'c']);
  expect(at('count')?.textContent).toBe('');
  expect([at('none')?.hidden, at('off')?.hidden]).toEqual([false, true]);
});

test('uses the Beijing day: the last day of an event is not over for a reader in another time zone', () => {
  readAt('2026-11-30T15:59:00Z');
  expect(items('coming')).toEqual(['a', 'b']);
  readAt('2026-11-30T16:00:00Z');
  expect(items('coming')).toEqual(['b']);
});

test('an event that ended this morning is over in the afternoon; one without an end lasts all day', () => {
  document.body.innerHTML = `<ul id="coming">
    <li id="morning" data-holds="/2026-11-28T10:40" data-moves-to="past">主题党日</li>
    <li id="fair" data-holds="/2026-11-29T17:00" data-moves-to="past">两天的集市</li>
    <li id="walk" data-holds="/2026-11-28" data-moves-to="past">散步</li></ul>
    <p id="open" data-holds="2026-11-28T09:00/2026-11-28T10:40">正在进行</p><ul id="past"></ul>`;
  readAt('2026-11-28T10:40:59+08:00');
  expect([items('past'), at('open')?.textContent]).toEqual([[], '正在进行']);
  readAt('2026-11-28T10:41:00+08:00');
  expect([items('coming'), items('past'), at('open')]).toEqual([['fair', 'walk'], ['morning'], null]);
  readAt('2026-11-29T17:01:00+08:00');
  expect(items('coming')).toEqual([]);
});

test('shows nothing before it begins', () => {
  document.body.innerHTML = '<p id="open" data-holds="2026-11-28T09:00/2026-11-28T10:40">正在进行</p>';
  readAt('2026-11-28T08:59:00+08:00');
  expect(at('open')).toBe(null);
});
