import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDraft } from './draft-lookup.ts';
import { saveDraft } from './save-draft.ts';
import type { DraftToSave } from './draft-base.ts';
import { gitText } from '../git/run-git.ts';
import { mergeDraft } from './merge-draft.ts';
import { movesIn } from '../entries/entry-moves.ts';
import { expectRefusal } from '../testing/expect-refusal.ts';
import { li, noticePath, noticeText, zhang } from '../testing/fixture-hub.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { mainCommit, versionAt } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';

let fixture: FixtureStore;
let store: Store;

beforeAll(async () => {
  fixture = await fixtureStore();
  store = fixture.store;
});
afterAll(() => fixture.cleanUp());

/** Saves an entry of any collection as 李强. */
async function save(folder: string, text: string, more: Partial<DraftToSave> = {}) {
  const [collection = '', ...names] = folder.split('/');
  const draft = await findDraft(store, collection, names.join('/'));
  return saveDraft(store, li, {
    collection,
    slug: `${names.join('/')}/index`,
    path: `content/${folder}/index.md`,
    text,
    assets: [],
    isNew: false,
    baseVersion: await versionAt(store, draft?.tip ?? (await mainCommit(store)), folder),
    ...more,
  });
}
const publish = (folder: string) => {
  const [collection = '', ...names] = folder.split('/');
  return mergeDraft(store, zhang, collection, names.join('/'));
};
const put = async (folder: string, text: string): Promise<void> => {
  await save(folder, text, { isNew: true });
  await publish(folder);
};
const move = (from: string, to: string, text: string) =>
  save(from, text, { newPath: `content/${to}/index.md` });
const onMain = (folder: string): Promise<string> =>
  gitText(store.repository.folder, ['show', `main:content/${folder}/index.md`]).then((text) => `${text}\n`);
const changedLast = async (): Promise<string[]> =>
  (await gitText(store.repository.folder, ['diff', '--name-only', '--no-renames', 'main~1', 'main'])).split(
    '\n',
  );
const org = (slug: string): string =>
  `---\ntitle: 物业公司\nslug: ${slug}\nshortName: 物业\ntype: property\nsummary: 管理小区。\n---\n\n物业的介绍。\n`;

test('updates references to a renamed entry in one commit, and no other bytes', async () => {
  await put('orgs/wuye', org('wuye'));
  await put('orgs/wuye-2', org('wuye-2'));
  const pointing = `---
title: "一篇"   # wuye
slug: yi
published: 2026-03-15T09:30:00+08:00
summary: wuye 的摘要。
orgs: [shequ, 'wuye']
---

见[物业](/orgs/wuye/)，还有[它](/orgs/wuye#h-联系 "题")，地址是 \`/orgs/wuye/\`。

## 联系

[另一家](/orgs/wuye-2/)。[^1]

[^1]: [物业][w]

[w]: /orgs/wuye
`.replace('#h-联系', '');
  await put('notices/2026/yi', pointing);
  await put('notices/2026/er', noticeText('不相干', 'er', '没有提到它。'));

  const saved = await move('orgs/wuye', 'orgs/xin-wuye', org('xin-wuye'));
  expect(saved.problems).toEqual([]);
  expect(saved.notice).toBe(
    '这篇内容的地址改成了 /orgs/xin-wuye/。发布时，另外 1 篇内容里指向它的地方会一起改过来，旧地址会转到新地址。',
  );
  // Nothing changes before it is published.
  expect(await onMain('notices/2026/yi')).toBe(pointing);
  expect(await publish('orgs/xin-wuye')).toMatchObject({ folder: 'orgs/xin-wuye', referrerCount: 1 });

  expect(await changedLast()).toEqual([
    'content/notices/2026/yi/index.md',
    'content/orgs/wuye/index.md',
    'content/orgs/xin-wuye/index.md',
  ]);
  expect(await onMain('notices/2026/yi')).toBe(
    pointing
      .replace("'wuye'", "'xin-wuye'")
      .replace('(/orgs/wuye/)', '(/orgs/xin-wuye/)')
      .replace('(/orgs/wuye "题")', '(/orgs/xin-wuye "题")')
      .replace('[w]: /orgs/wuye', '[w]: /orgs/xin-wuye'),
  );
  expect(await onMain('orgs/xin-wuye')).toBe(
    org('xin-wuye').replace('\n---\n\n', '\nformerly:\n  - address: /orgs/wuye/\n---\n\n'),
  );
});

test('keeps all old addresses after several renames, but never the current one', async () => {
  const remembered = async (folder: string) =>
    [...(await onMain(folder)).matchAll(/- address: (\S+)/g)].map(([, address]) => address);
  const now = await onMain('orgs/xin-wuye');
  await move('orgs/xin-wuye', 'orgs/wuye-san', now.replace('slug: xin-wuye', 'slug: wuye-san'));
  await publish('orgs/wuye-san');
  expect(await remembered('orgs/wuye-san')).toEqual(['/orgs/wuye/', '/orgs/xin-wuye/']);
  const later = await onMain('orgs/wuye-san');
  await move('orgs/wuye-san', 'orgs/wuye', later.replace('slug: wuye-san', 'slug: wuye'));
  await publish('orgs/wuye');
  expect(await remembered('orgs/wuye')).toEqual(['/orgs/xin-wuye/', '/orgs/wuye-san/']);
  expect(await onMain('notices/2026/yi')).toContain("orgs: [shequ, 'wuye']");
});

test('refuses the old address of another entry as a slug', async () => {
  const saved = await save('orgs/xin-wuye', org('xin-wuye'), { isNew: true });
  const sentence =
    '网址名“xin-wuye”不能用：/orgs/xin-wuye/ 是《物业公司》以前的地址，读者从那里会转到它，请换一个网址名。';
  expect(saved.problems.map(({ message }) => message)).toContain(sentence);
  const refusal = await expectRefusal(publish('orgs/xin-wuye'));
  expect(refusal.problems.map(({ message }) => message)).toContain(sentence);
});

test('updates links when the year changes, keeps relations, and redirects the old address', async () => {
  await put('notices/2026/nian', noticeText('跨年', 'nian', '正文。'));
  await put(
    'notices/2026/zhi',
    noticeText('指向', 'zhi', '[跨年](/notices/2026/nian/#)和[年](/notices/2026/nian/)'),
  );
  await move(
    'notices/2026/nian',
    'notices/2025/nian',
    noticeText('跨年', 'nian', '[自己](/notices/2026/nian/)').replace('2026-03', '2025-03'),
  );
  await publish('notices/2025/nian');
  expect(await onMain('notices/2026/zhi')).toContain(
    '[跨年](/notices/2025/nian/#)和[年](/notices/2025/nian/)',
  );
  // Also its links to itself.
  expect(await onMain('notices/2025/nian')).toContain('[自己](/notices/2025/nian/)');
  expect(await onMain('notices/2025/nian')).toContain('- address: /notices/2026/nian/');
});

test('updates references to moved entries when other drafts are published', async () => {
  await put('orgs/yehui', org('yehui').replaceAll('物业', '业委会'));
  await put(
    'notices/2026/jiu',
    noticeText('旧文', 'jiu', '[会](/orgs/yehui/)').replace('- shequ', '- yehui'),
  );
  // Two drafts started before the move: a new entry, and an entry that the move updates.
  await save(
    'notices/2026/xin',
    noticeText('新文', 'xin', '[会](/orgs/yehui)').replace('- shequ', '- yehui'),
    {
      isNew: true,
    },
  );
  const edited = noticeText('旧文改题', 'jiu', '[会](/orgs/yehui/)\n\n加一段[会](/orgs/yehui/)。');
  await save('notices/2026/jiu', edited.replace('- shequ', '- shequ\n  - yehui'));
  await move('orgs/yehui', 'orgs/yeweihui', org('yeweihui').replaceAll('物业', '业委会'));
  await publish('orgs/yeweihui');

  const again = await save(
    'notices/2026/xin',
    noticeText('新文二', 'xin', '[会](/orgs/yehui)').replace('- shequ', '- yehui'),
  );
  expect(again.problems).toEqual([]);
  await publish('notices/2026/xin');
  expect(await onMain('notices/2026/xin')).toContain('orgs:\n  - yeweihui\n---\n\n[会](/orgs/yeweihui)\n');
  await publish('notices/2026/jiu');
  const text = await onMain('notices/2026/jiu');
  expect(text).toContain('title: 旧文改题');
  expect(text).toContain('orgs:\n  - shequ\n  - yeweihui\n---');
  expect(text).toContain('[会](/orgs/yeweihui/)\n\n加一段[会](/orgs/yeweihui/)。');
});

test('refuses a move that would break a link', async () => {
  await put('notices/2026/mao', noticeText('有小标题', 'mao', '## 时间\n\n九点。'));
  await put('notices/2026/dian', noticeText('指到小标题', 'dian', '[时间](/notices/2026/mao/#h-时间)'));
  const before = await mainCommit(store);
  await move('notices/2026/mao', 'notices/2026/mao-er', noticeText('有小标题', 'mao-er', '没有小标题了。'));
  const refusal = await expectRefusal(publish('notices/2026/mao-er'));
  expect(refusal.problems.map(({ file }) => file)).toEqual([noticePath('dian')]);
  expect(await mainCommit(store)).toBe(before);
  await save('notices/2026/mao-er', noticeText('有小标题', 'mao-er', '## 时间\n\n十点。'));
  await publish('notices/2026/mao-er');
  expect(await onMain('notices/2026/dian')).toContain('[时间](/notices/2026/mao-er/#h-时间)');
});

test('does not update relations if another entry uses the old slug', async () => {
  const slugsOf = async () => {
    const moves = await movesIn(store, await store.snapshots.listing(await mainCommit(store)));
    return moves.find(({ from }) => from === '/notices/2026/mao/')?.slugs;
  };
  expect(await slugsOf()).toEqual({ collection: 'notices', from: 'mao', to: 'mao-er' });
  await put('notices/2025/mao', noticeText('另一只猫', 'mao', '正文。').replace('2026-03', '2025-03'));
  expect(await slugsOf()).toBeUndefined();
});
