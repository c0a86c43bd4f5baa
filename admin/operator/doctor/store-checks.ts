import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDamage } from '../../server/git/damaged-store.ts';
import { RecordStore } from '../../server/git/record-store.ts';
import { mainRef, Repository } from '../../server/git/repository.ts';
import { gitArguments, gitEnvironment, GitFailure, gitText } from '../../server/git/run-git.ts';
import { isStoreMissing } from '../../server/health/store-health.ts';
import { currentRelease } from '../../server/publishing/releases.ts';
import { refSnapshot } from '../backup/ref-snapshot.ts';
import { failure, fine, warning } from './finding.ts';
import type { Check, Finding } from './finding.ts';

const restore = {
  english: 'stop the server and run "npm run restore -- <backup> --replace"',
  chinese: '请停掉服务，用 npm run restore -- <备份文件夹> --replace 恢复备份',
};

/** The store: its frame, its refs, every object, the records. */
export const checkStore: Check = async ({ settings: { repository: folder, data } }) => {
  if (await isStoreMissing(folder)) {
    return [
      warning(
        `There is no store in ${data} yet; the first start makes it. If the hub has been used, ${restore.english}.`,
        `${data} 里还没有内容仓库，第一次启动时会建立。如果平台已经用过，${restore.chinese}。`,
      ),
    ];
  }
  const frame = await checkFrame(folder);
  if (frame.length > 0) return frame;
  const repository = new Repository(folder);
  try {
    const { refs, broken } = await refSnapshot(folder);
    const findings = broken.map((ref) =>
      ref === mainRef
        ? failure(
            `The branch of published content cannot be read; ${restore.english}.`,
            `正式内容的分支读不出来：${restore.chinese}。`,
          )
        : failure(
            `The ref ${ref} cannot be read; the backup may have it.`,
            `${ref} 读不出来：备份里可能还有。`,
          ),
    );
    if (!refs.has(mainRef) && !broken.includes(mainRef)) findings.push(await missingMain(folder, data));
    findings.push(...(await checkObjects(folder, [...refs.keys()])));
    findings.push(...(await checkRecords(repository)));
    return findings.length > 0 ? findings : [await summary(folder, refs)];
  } finally {
    repository.close();
  }
};

async function checkFrame(folder: string): Promise<Finding[]> {
  const head = await readFile(path.join(folder, 'HEAD'), 'utf8').catch(() => '');
  const works = await gitText(folder, ['rev-parse', '--git-dir']).catch((error: unknown) => {
    if (error instanceof GitFailure) return '';
    throw error;
  });
  if (head === `ref: ${mainRef}\n` && works !== '') return [];
  return [
    failure(
      `git cannot open the store ${folder} (HEAD, config, objects or refs are damaged); the next start mends what it can.`,
      `git 打不开内容仓库 ${folder}（HEAD、config、objects 或 refs 坏了）：能修的，下次启动时会自动修好。`,
    ),
  ];
}

/** Often the release that readers see says where main was. */
async function missingMain(folder: string, data: string): Promise<Finding> {
  const live = await currentRelease(data);
  const known = live && (await gitText(folder, ['cat-file', '-t', live.commit]).catch(() => ''));
  if (live && known === 'commit') {
    const command = `git -C ${folder} update-ref ${mainRef} ${live.commit}`;
    return failure(
      `The store has no main branch. The release that readers see was made from a commit that is there: run "${command}".`,
      `内容仓库没有正式内容的分支。读者看到的这一版所用的提交还在，运行 ${command} 就能接上。`,
    );
  }
  return failure(
    `The store has no main branch; ${restore.english}.`,
    `内容仓库没有正式内容的分支：${restore.chinese}。`,
  );
}

async function checkObjects(folder: string, refs: readonly string[]): Promise<Finding[]> {
  try {
    await gitText(folder, ['fsck', '--full', '--no-dangling', '--no-progress']);
    return [];
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const reason = error.stderr.trim().split('\n')[0] ?? '';
    const affected: string[] = [];
    for (const ref of refs.slice(0, 500)) {
      if (!(await canBePacked(folder, ref))) affected.push(ref);
    }
    const drafts = affected.filter((ref) => ref.startsWith('refs/heads/cms/'));
    const onlyDrafts = affected.length > 0 && drafts.length === affected.length;
    const names = affected.length > 0 ? affected.join(', ') : 'nothing that is in use';
    return [
      failure(
        `Objects of the store are damaged (${reason}); affected: ${names}. ${onlyDrafts ? 'Only these drafts are lost; the backup may have them' : affected.length > 0 ? `To mend it, ${restore.english}` : 'Make a backup now'}.`,
        `内容仓库里有坏了的对象，影响到：${affected.length > 0 ? affected.join('、') : '没有在用的内容'}。${onlyDrafts ? '坏的只是这几篇草稿，备份里可能还有' : affected.length > 0 ? restore.chinese : '请马上做一次备份'}。`,
      ),
    ];
  }
}

/** Reads every object of a ref, as a backup does. The pack goes nowhere. */
function canBePacked(folder: string, ref: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const args = gitArguments(['pack-objects', '--revs', '--quiet', '--stdout']);
    const child = spawn('git', args, { env: gitEnvironment(folder), stdio: ['pipe', 'ignore', 'ignore'] });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code === 0);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${ref}\n`);
  });
}

async function checkRecords(repository: Repository): Promise<Finding[]> {
  try {
    const { unreadable } = await new RecordStore(repository).read();
    return unreadable.map((key) =>
      warning(
        `The record ${key} cannot be read. The next start makes that of a draft anew; one of the trash only leaves the list.`,
        `记录 ${key} 读不出来：如果是草稿，下次启动时会重做；如果是回收站的，只是不再列出，内容还在仓库里。`,
      ),
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [
      failure(
        `The records of drafts and trash cannot be read; ${restore.english}.`,
        `草稿和回收站的记录读不出来：${restore.chinese}。`,
      ),
    ];
  }
}

async function summary(folder: string, refs: ReadonlyMap<string, string>): Promise<Finding> {
  const count = (prefix: string): string =>
    String([...refs.keys()].filter((ref) => ref.startsWith(prefix)).length);
  const names = await gitText(folder, ['ls-tree', '-r', '--name-only', mainRef, 'content/']);
  const texts = String(names.split('\n').filter((name) => name.endsWith('.md')).length);
  const [drafts, trash] = [count('refs/heads/cms/'), count('refs/trash/')];
  return fine(
    `Store: every object is whole; ${texts} texts, ${drafts} drafts, ${trash} drafts in the trash`,
    `内容仓库完好：正式内容 ${texts} 篇，草稿 ${drafts} 篇，回收站里的草稿 ${trash} 篇`,
  );
}
