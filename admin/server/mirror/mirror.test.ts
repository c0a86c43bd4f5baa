import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { mergeDraft } from '../drafts/merge-draft.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { mainCommit } from '../git/content-store.ts';
import { gitText } from '../git/run-git.ts';
import { fixtureStore } from '../testing/fixture-store.ts';
import type { FixtureStore } from '../testing/fixture-store.ts';
import { li, noticePath, zhang } from '../testing/fixture-hub.ts';
import { waitUntil } from '../testing/hub-process.ts';
import { noticeDraft } from '../testing/notice-draft.ts';
import { Mirror, readMirrorState } from './mirror.ts';
import { readMirrorUrl } from './mirror-target.ts';

let fixture: FixtureStore;
let remote: string;
let log: string[];
const mirrors: Mirror[] = [];
const folder = (): string => path.dirname(fixture.store.repository.folder);

beforeEach(async () => {
  if (fixture as unknown) await end();
  fixture = await fixtureStore();
  remote = path.join(folder(), 'mirror.git');
  log = [];
  execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', remote]);
});
const end = async (): Promise<void> => {
  for (const mirror of mirrors.splice(0)) await mirror.stop();
  await fixture.cleanUp();
};
afterAll(end);

function mirrorTo(address: string, more: { limitMs?: number } = {}): Mirror {
  const target = readMirrorUrl(address, path.join(folder(), 'data'))!;
  const options = { repository: fixture.store.repository, data: folder(), target, pauseMs: 10, ...more };
  const mirror = new Mirror({ ...options, log: (line) => log.push(line) });
  mirrors.push(mirror);
  return mirror;
}
const toRemote = (): Mirror => mirrorTo(`file://${remote}`);
const there = (...args: string[]): Promise<string> => gitText(remote, args);
const arrives = async (mirror: Mirror): Promise<void> => {
  const commit = await mainCommit(fixture.store);
  mirror.request(commit);
  await waitUntil(() => Promise.resolve(mirror.state.commit === commit), 'the mirror');
};

async function publish(slug: string): Promise<void> {
  await saveDraft(fixture.store, zhang, noticeDraft('通知', slug, `${slug}，第一稿，电话一三八。`));
  const { version } = await saveDraft(
    fixture.store,
    li,
    noticeDraft('通知', slug, `${slug}，定稿。`, { baseVersion: await versionOf(slug) }),
  );
  expect(version).toBeTruthy();
  await mergeDraft(fixture.store, zhang, 'notices', `2026/${slug}`);
}
const versionOf = (slug: string): Promise<string | undefined> =>
  fixture.store.repository.idAt(`refs/heads/cms/notices/2026--${slug}`, `content/notices/2026/${slug}`);

test('has each publication, and nothing that was never published', async () => {
  const mirror = toRemote();
  await arrives(mirror);
  await publish('yi');
  await saveDraft(fixture.store, li, noticeDraft('草稿', 'caogao', '还没有发布。'));
  await arrives(mirror);
  await arrives(mirror);

  expect(await there('rev-parse', 'main^{tree}')).toBe(
    await gitText(fixture.store.repository.folder, ['rev-parse', 'main^{tree}']),
  );
  expect(await there('rev-list', '--count', 'main')).toBe('2');
  expect(await there('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  expect(await there('fsck', '--strict')).toBe('');
  const all = await there('log', '-p', '--format=%an %ae %B', 'main');
  expect(all).toContain('yi，定稿。');
  expect(all).not.toMatch(/第一稿|还没有发布|张敏 <|zhang@/);
  const drafts = await gitText(fixture.store.repository.folder, [
    'rev-parse',
    `refs/heads/cms/notices/2026--caogao:${noticePath('caogao')}`,
  ]);
  await expect(there('cat-file', '-e', drafts)).rejects.toThrow();
});

test('never holds anything up, tries again, and continues after a restart', async () => {
  await rename(remote, `${remote}.away`);
  const mirror = toRemote();
  mirror.request(await mainCommit(fixture.store));
  await waitUntil(() => Promise.resolve(mirror.state.tries >= 3), 'three attempts');
  expect(mirror.state).toMatchObject({
    problem: expect.stringMatching(/does not appear to be a git repo/) as string,
  });
  expect(log[0]).toMatch(/^mirror: attempt 1 failed, next in 0 s: fatal: .*does not appear/);
  const { failingSince } = (await readMirrorState(folder()))!;
  expect(failingSince).toBeTruthy();
  await mirror.stop();

  const next = toRemote();
  await next.start(await mainCommit(fixture.store));
  expect(next.state.failingSince).toBe(failingSince);
  await rename(`${remote}.away`, remote);
  await waitUntil(() => Promise.resolve(next.state.commit !== undefined), 'the mirror');
  expect(await readMirrorState(folder())).toEqual({
    url: `file://${remote}`,
    tries: 0,
    commit: await mainCommit(fixture.store),
    at: expect.any(String) as string,
  });
});

test('goes on from what is there when the hub has forgotten it, and leaves other repositories alone', async () => {
  await arrives(toRemote());
  const before = await there('rev-parse', 'main');
  // As after a restore of a backup from before the last publication.
  await gitText(fixture.store.repository.folder, ['update-ref', '-d', 'refs/mirror/main']);
  await publish('er');
  await rm(path.join(folder(), 'mirror.json'));
  await arrives(toRemote());
  expect(await there('rev-parse', 'main^')).toBe(before);

  const other = await there(
    '-c',
    'user.name=x',
    '-c',
    'user.email=x@x',
    'commit-tree',
    'main^{tree}',
    '-m',
    'Another project',
  );
  await there('update-ref', 'refs/heads/main', other);
  await publish('san');
  const mirror = toRemote();
  mirror.request(await mainCommit(fixture.store));
  await waitUntil(() => Promise.resolve(mirror.state.tries > 0), 'an attempt');
  expect(mirror.state.problem).toContain('holds something else');
  expect(await there('rev-parse', 'main')).toBe(other);
});

/** Puts a program before all others on the path. */
async function instead(name: string, script: string): Promise<() => void> {
  const bin = path.join(folder(), 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`);
  await chmod(path.join(bin, name), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${bin}:${before ?? ''}`;
  return () => {
    process.env['PATH'] = before;
  };
}
const isAlive = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

test('an exchange that hangs is ended with all its processes, at its limit or with the server', async () => {
  const pids = path.join(folder(), 'pids');
  const undo = await instead('ssh', `sleep 600 & echo $! $$ >> ${pids}; wait`);
  try {
    const limited = mirrorTo('ssh://git@mirror.example.cn/hub.git', { limitMs: 400 });
    limited.request(await mainCommit(fixture.store));
    await waitUntil(() => Promise.resolve(limited.state.tries > 0), 'the limit');
    expect(limited.state.problem).toBe('no answer within 0 s');
    await limited.stop();
    const stopped = mirrorTo('ssh://git@mirror.example.cn/hub.git');
    await rm(pids);
    stopped.request(await mainCommit(fixture.store));
    await waitUntil(
      () =>
        readFile(pids, 'utf8').then(
          (text) => text.endsWith('\n'),
          () => false,
        ),
      'ssh',
    );
    await stopped.stop();
    const [sleep = '', shell = ''] = (await readFile(pids, 'utf8')).trim().split(' ');
    await waitUntil(() => Promise.resolve(!isAlive(sleep) && !isAlive(shell)), 'the end of the processes');
  } finally {
    undo();
  }
});

test('a password is on no command line, in no log and in no file', async () => {
  const seen = path.join(folder(), 'seen');
  const undo = await instead(
    'git',
    `echo "$@" >> ${seen}; echo "fatal: https://redaktion:geheim%21@x/ geheim! redaktion" >&2; exit 1`,
  );
  try {
    const mirror = mirrorTo('https://redaktion:geheim%21@mirror.example.cn/hub.git');
    mirror.request('a'.repeat(40));
    await waitUntil(() => Promise.resolve(mirror.state.tries > 0), 'an attempt');
    const everything = [
      await readFile(seen, 'utf8'),
      log.join('\n'),
      JSON.stringify(await readMirrorState(folder())),
    ].join('\n');
    expect(everything).toContain('https://mirror.example.cn/hub.git');
    expect(everything).toContain('ls-remote');
    expect(everything).not.toMatch(/geheim|redaktion/);
  } finally {
    undo();
  }
});
