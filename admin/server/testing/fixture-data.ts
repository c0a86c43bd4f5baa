import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openDesk } from '../open-desk.ts';
import type { OpenDesk } from '../open-desk.ts';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { mainCommit } from '../git/content-store.ts';
import { gitText } from '../git/run-git.ts';
import { activateRelease, buildingFolder } from '../publishing/releases.ts';
import { readSettings } from '../settings.ts';
import type { Settings } from '../settings.ts';
import { trashDraft } from '../trash/move-to-trash.ts';
import { fixtureHub, li, zhang } from './fixture-hub.ts';
import type { FixtureHub } from './fixture-hub.ts';
import { noticeDraft } from './notice-draft.ts';

export const ownerPassword = 'guangchang wu 2026';

/** A data folder that has been used: published texts, drafts, trash, accounts and two releases. */
export interface FixtureData {
  fixture: FixtureHub;
  data: string;
  settings: Settings;
  /** A copy of the folder that a test may damage, with its settings. */
  copy(name: string): Promise<Settings>;
}

export async function fixtureData(): Promise<FixtureData> {
  const fixture = await fixtureHub();
  const data = path.join(fixture.folder, 'data');
  const settingsFor = (folder: string): Settings =>
    readSettings({ HUB_DATA: folder, CONTENT_DIR: fixture.content, PORT: '0' });
  const settings = settingsFor(data);
  const desk = await openDesk(settings, () => undefined);
  await useDesk(desk);
  await makeReleases(data, await mainCommit(desk.store));
  await writeFile(path.join(data, 'publishing.json'), '{}\n');
  await desk.close();
  return {
    fixture,
    data,
    settings,
    copy: async (name) => {
      const folder = path.join(fixture.folder, name);
      await cp(data, folder, { recursive: true, verbatimSymlinks: true });
      return settingsFor(folder);
    },
  };
}

async function useDesk({ store, accounts }: OpenDesk): Promise<void> {
  await accounts.create({ username: 'zhang', name: '张敏', password: ownerPassword, role: 'owner' });
  await accounts.create({ username: 'li', name: '李强', password: ownerPassword, role: 'editor' });
  await saveDraft(store, zhang, noticeDraft('停电通知', 'tingdian', '周日停电两小时。'));
  await mergeDraft(store, zhang, 'notices', '2026/tingdian');
  await saveDraft(store, li, noticeDraft('义诊通知', 'yizhen', '周五下午义诊。'));
  await saveDraft(store, zhang, noticeDraft('修车通知', 'xiuche', '周六修自行车。'));
  await saveDraft(store, li, noticeDraft('作废通知', 'zuofei', '写错了。'));
  await trashDraft(store, li, 'notices', '2026/zuofei');
}

async function makeReleases(data: string, commit: string): Promise<void> {
  for (const id of ['20260314-010203-000-aaaaaaaa', '20260315-010203-000-bbbbbbbb']) {
    const site = path.join(buildingFolder(data, id), 'site');
    await mkdir(path.join(site, 'notices'), { recursive: true });
    await writeFile(path.join(site, 'index.html'), `首页 ${id}`);
    await writeFile(path.join(site, 'notices', 'index.html'), '通知');
    await activateRelease(data, {
      id,
      commit,
      content: 'a tree',
      code: '',
      builtAt: new Date().toISOString(),
      ms: 1,
    });
  }
}

/** The file of a loose object, by any name git knows it by. */
export async function objectFile(settings: Settings, name: string): Promise<string> {
  const id = await gitText(settings.repository, ['rev-parse', name]);
  return path.join(settings.repository, 'objects', id.slice(0, 2), id.slice(2));
}

/** The first file of the only pack, `pack` or `idx`. */
export async function packFile(settings: Settings, extension: string): Promise<string> {
  const folder = path.join(settings.repository, 'objects', 'pack');
  const name = (await readdir(folder)).find((each) => each.endsWith(`.${extension}`)) ?? '';
  return path.join(folder, name);
}
