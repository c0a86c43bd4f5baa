import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitText, runGit } from './run-git.ts';
import { Repository } from './repository.ts';

let folder: string;
let repository: Repository;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-trees-'));
  await gitText(folder, ['init', '--bare', '--quiet', '--template=', folder]);
  repository = new Repository(folder);
});
afterAll(async () => {
  repository.close();
  await rm(folder, { recursive: true, force: true });
});

type Changes = Map<string, string | undefined>;

/** The tree that git itself makes of the changes. */
async function treeByGit(base: string | undefined, changes: Changes): Promise<string> {
  const env = { GIT_INDEX_FILE: path.join(folder, 'index-of-the-test') };
  await rm(env.GIT_INDEX_FILE, { force: true });
  if (base !== undefined) await runGit(folder, ['read-tree', base], { env });
  const lines = [...changes].map(([name, id]) =>
    id === undefined ? `0 ${'0'.repeat(40)}\t${name}` : `100644 ${id}\t${name}`,
  );
  lines.sort((a, b) => Number(b.startsWith('0 ')) - Number(a.startsWith('0 ')));
  await runGit(folder, ['update-index', '-z', '--index-info'], {
    env,
    input: lines.map((line) => `${line}\0`).join(''),
  });
  return gitText(folder, ['write-tree'], { env });
}

// Names whose order differs between files and folders, and folders that become files.
const names = [
  'a',
  'a.b',
  'a-b',
  'a0',
  '通知',
  '通知.md',
  'b/c',
  'b/c/d',
  'b.c',
  'a/x',
  'a/y/z',
  '通知/一',
  'b/c.d',
  '〇',
];

test('writes the same trees as git, whatever is added, replaced and removed', async () => {
  let state = 7;
  const roll = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const blobs = await Promise.all(['一', '二', ''].map((text) => repository.storeBlob(text)));
  let base: string | undefined;
  for (let step = 0; step < 40; step++) {
    const changes: Changes = new Map();
    // Not a file and a folder of one name at once: nobody can ask for that.
    for (let each = 0; each < 3; each++) {
      const name = names[roll(names.length)]!;
      const clashes = [...changes.keys()].some(
        (other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`),
      );
      if (!clashes) changes.set(name, roll(3) === 0 ? undefined : blobs[roll(3)]);
    }
    const inTheWay =
      base === undefined
        ? []
        : [...(await repository.files(base)).keys()].filter((file) =>
            [...changes].some(
              ([name, id]) =>
                id !== undefined && (file.startsWith(`${name}/`) || name.startsWith(`${file}/`)),
            ),
          );
    for (const file of inTheWay) if (!changes.has(file)) changes.set(file, undefined);
    const tree = await repository.writeTree(base, changes);
    expect(tree, JSON.stringify([...changes])).toBe(await treeByGit(base, changes));
    const listed = await gitText(folder, ['ls-tree', '-r', '--name-only', '-z', tree]);
    expect([...(await repository.files(tree)).keys()].sort()).toEqual(
      listed.split('\0').filter(Boolean).sort(),
    );
    base = tree;
  }
  expect(await gitText(folder, ['fsck', '--strict', '--no-dangling', '--unreachable'])).not.toContain(
    'error',
  );
});

test('keeps what it does not understand: modes, symlinks, names in other encodings', async () => {
  const blob = await repository.storeBlob('字');
  const rows = [`100755 blob ${blob}\ttool`, `120000 blob ${blob}\tlink`, `100644 blob ${blob}\tplain`].map(
    (row) => Buffer.from(`${row}\0`),
  );
  const strange = Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), Buffer.from([0xb2, 0xe2, 0])]);
  const base = (await runGit(folder, ['mktree', '-z'], { input: Buffer.concat([...rows, strange]) }))
    .toString()
    .trim();
  const tree = await repository.writeTree(base, new Map([['new', blob]]));
  const list = execFileSync('git', ['--git-dir', folder, 'ls-tree', '-z', tree]);
  expect(
    list.includes(Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), Buffer.from([0xb2, 0xe2, 0])])),
  ).toBe(true);
  expect(list.toString()).toMatch(/100755 blob \w+\ttool/);
  expect(list.toString()).toMatch(/120000 blob \w+\tlink/);
  expect([...(await repository.files(tree)).keys()]).not.toContain('link');
});

test.each(['.git/config', 'a/.GIT/x', '../x', 'a//b', '.'])('refuses the name %s', async (name) => {
  const blob = await repository.storeBlob('字');
  await expect(repository.writeTree(undefined, new Map([[name, blob]]))).rejects.toThrow('cannot be a name');
});

test('writes the same objects as git, and only once', async () => {
  const texts = ['', '字', '字'.repeat(100_000)];
  for (const text of texts) {
    const id = await repository.storeBlob(text);
    expect(await gitText(folder, ['hash-object', '--stdin'], { input: text })).toBe(id);
    expect((await runGit(folder, ['cat-file', 'blob', id])).toString()).toBe(text);
    expect(await repository.storeBlob(text)).toBe(id);
  }
  const all = await Promise.all(Array.from({ length: 20 }, () => repository.storeBlob('同时写')));
  expect(new Set(all).size).toBe(1);
  const commit = await repository.commit(
    await repository.writeTree(undefined, new Map()),
    [],
    { name: '张敏', email: 'zhang@hub.invalid' },
    '说明\n',
  );
  expect(await gitText(folder, ['log', '--format=%an <%ae> %cn %s', commit])).toBe(
    '张敏 <zhang@hub.invalid> Gongjian Hub 说明',
  );
  expect(await gitText(folder, ['fsck', '--strict', '--no-dangling'])).toBe('');
});

test('does not leave half an object after an error', async () => {
  const gone = new Repository(path.join(folder, 'not-there'));
  await rm(gone.folder, { recursive: true, force: true });
  // A file where the folder of the objects should be: writing fails.
  await mkdir(gone.folder);
  await writeFile(path.join(gone.folder, 'objects'), '');
  await expect(gone.storeBlob('字')).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(await readdir(gone.folder)).toEqual(['objects']);
});

test('opens few files at once, however many objects are written', async () => {
  const open = (): number => readdirSync('/proc/self/fd').length;
  const before = open();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, open() - before);
  }, 1);
  const blob = await repository.storeBlob('字');
  await repository.writeTree(
    undefined,
    new Map(Array.from({ length: 300 }, (_, index) => [`${String(index)}/a${String(index)}`, blob])),
  );
  clearInterval(watch);
  // The rest are pipes and files of the test framework.
  expect(most).toBeLessThan(40);
});
