import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../atomic-write.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import { mainCommit } from '../git/content-store.ts';
import type { Store } from '../git/content-store.ts';
import { isDamage } from '../git/damaged-store.ts';
import { recordsRef } from '../git/record-store.ts';
import { mainRef } from '../git/repository.ts';
import type { Repository } from '../git/repository.ts';
import { GitFailure, gitText } from '../git/run-git.ts';
import { StartFailure } from '../start-failure.ts';

const restoreHint = {
  english:
    'Run "npm run doctor" to see what is wrong; "npm run restore -- <backup> --replace" brings back the last backup.',
  chinese:
    '请先运行 npm run doctor 看坏在哪里，再用 npm run restore -- <备份文件夹> --replace 换回最近的备份。',
};

export const storeFailure = (folder: string, english: string, chinese: string): StartFailure =>
  new StartFailure(
    `The store ${folder} is damaged: ${english}. ${restoreHint.english}`,
    `内容仓库 ${folder} 坏了：${chinese}。${restoreHint.chinese}`,
  );

export const storeIsGone = (folder: string): StartFailure =>
  new StartFailure(
    `The store ${folder} is gone, although this data folder has been used. Put it back, or run "npm run restore -- <backup> --replace". A new store with the sample content would replace the site.`,
    `内容仓库 ${folder} 不见了，而这个数据文件夹已经用过。请把它放回来，或用 npm run restore -- <备份文件夹> --replace 恢复备份。没有另建新仓库，否则网站会变成示例内容。`,
  );

/** Whether the folder holds nothing of a repository. */
export async function isStoreMissing(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.length === 0;
}

const head = `ref: ${mainRef}\n`;
const configuration = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n';

/**
 * Writes again what is always the same in our repositories: HEAD, the configuration and empty folders. Without them git
 * refuses a repository that has lost nothing. A damaged file is kept beside the new one.
 */
export async function mendFrame(folder: string): Promise<string[]> {
  const mended: string[] = [];
  const text = await readFile(path.join(folder, 'HEAD'), 'utf8').catch(() => undefined);
  if (text !== head) {
    await replace(folder, 'HEAD', head);
    mended.push('HEAD');
  }
  const works = await gitText(folder, ['config', '--file', path.join(folder, 'config'), 'core.bare']).catch(
    () => '',
  );
  if (works !== 'true') {
    await replace(folder, 'config', configuration);
    mended.push('config');
  }
  for (const name of ['objects', 'refs']) {
    if ((await mkdir(path.join(folder, name), { recursive: true })) !== undefined) mended.push(name);
  }
  return mended;
}

async function replace(folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  if (await stat(file).catch(() => undefined)) await rename(file, `${file}.damaged-${String(Date.now())}`);
  await writeFileAtomically(file, text);
}

/** What a start needs: refs, and all texts of main. History and drafts are left to the doctor. */
export async function assertUsableStore(store: Store): Promise<void> {
  const { repository } = store;
  const { folder } = repository;
  try {
    await gitText(folder, ['for-each-ref', '--format=%(refname)']);
    if ((await repository.tip(mainRef)) === undefined) {
      throw storeFailure(folder, 'it has no main branch', '没有正式内容的分支（main）');
    }
    await assertTexts(repository, await mainCommit(store));
    const records = await repository.read(recordsRef);
    if (records && records.type !== 'commit') {
      throw storeFailure(
        folder,
        `${recordsRef} is a ${records.type} and no commit`,
        '草稿和回收站的记录读不出来，详见前半句',
      );
    }
    if (records) await repository.files(records.id);
  } catch (error) {
    if (!isDamage(error)) throw error;
    const what = error instanceof GitFailure ? error.stderr.trim().split('\n')[0] : (error as Error).message;
    throw storeFailure(folder, `it cannot be read (${what ?? ''})`, '有些内容读不出来，详见前半句');
  }
}

/** Every check of a save reads all texts, so the desk is of no use without one of them. */
async function assertTexts(repository: Repository, main: string): Promise<void> {
  const files = [...(await repository.files(main, contentRoot))];
  const texts = files.filter(([name]) => /\.(?:md|csv)$/.test(name)).map(([, { id }]) => id);
  for (let at = 0; at < texts.length; at += 200) {
    await Promise.all(texts.slice(at, at + 200).map((id) => repository.read(id)));
  }
}
