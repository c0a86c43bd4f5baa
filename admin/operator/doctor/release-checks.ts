import { readFile, readdir, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { restoringFile } from '../../server/data-lock.ts';
import { parseJournal } from '../../server/publishing/build-journal.ts';
import { isWhole } from '../../server/publishing/repair-live.ts';
import { currentRelease, releases } from '../../server/publishing/releases.ts';
import { failure, fine, size, warning } from './finding.ts';
import type { Check, Finding } from './finding.ts';

/** What readers see, how much it takes, and whether the last publication worked. */
export const checkReleases: Check = async ({ settings: { data } }) => {
  const live = await currentRelease(data);
  const findings: Finding[] = [];
  const link = await readlink(path.join(data, 'live')).catch(() => undefined);
  if (live && (await isWhole(data, live))) {
    const all = await releases(data);
    const bytes = await bytesBelow(path.join(data, 'releases'));
    findings.push(
      fine(
        `Site: ${live.id} is served and whole; ${String(all.length)} releases take ${size(bytes)}`,
        `网站完好：读者看到的是 ${live.id}；共存着 ${String(all.length)} 次发布，占 ${size(bytes)}`,
      ),
    );
  } else if (live ?? link) {
    findings.push(
      failure(
        `The release that is served is not whole (${live?.id ?? link ?? ''}); restart the server: it serves an older one and builds anew.`,
        `读者正在看的这一版不完整（${live?.id ?? link ?? ''}）：请重新启动平台，会先换回上一版，再重新生成。`,
      ),
    );
  } else
    findings.push(
      warning('There is no release yet; the next start builds one.', '还没有生成过网站：启动后会自动生成。'),
    );

  const { last } = parseJournal(await readFile(path.join(data, 'publishing.json'), 'utf8').catch(() => '{}'));
  if (last && last.state !== 'done') {
    findings.push(
      warning(
        `The last build (${last.at}) did not become a release; the desk says why.`,
        `上一次生成网站（${last.at}）没有成功：编辑台底部的状态栏写着原因。`,
      ),
    );
  }
  if (await stat(restoringFile(data)).catch(() => undefined)) {
    findings.push(
      failure(
        'A restore was interrupted; run "npm run restore" again with the same backup.',
        '上次恢复备份没有做完：请用同一份备份再运行一次 npm run restore。',
      ),
    );
  }
  const names = await readdir(data).catch(() => []);
  for (const name of names.filter((each) => each.startsWith('before-restore-'))) {
    const bytes = size(await bytesBelow(path.join(data, name)));
    findings.push(
      warning(
        `${name} (${bytes}) is from before a restore; delete it when everything is right.`,
        `${name}（${bytes}）是上次恢复之前的数据：确认没问题以后可以删掉。`,
      ),
    );
  }
  return findings;
};

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += (await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined))?.size ?? 0;
  }
  return bytes;
}
