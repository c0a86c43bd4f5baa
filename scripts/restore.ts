// What for: makes a data folder from a backup, on this or another machine.
// How: npm run restore -- <backup> [--data <folder>] [--replace]     (HUB_DATA as for npm start)
import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../admin/operator/backup/restore-backup.ts';
import { explainForOperator } from '../admin/operator/operator-error.ts';
import { readSettings } from '../admin/server/settings.ts';

const usage =
  'Usage: npm run restore -- <backup> [--data <folder>] [--replace] · 用法：npm run restore -- <备份文件夹> [--data 数据文件夹] [--replace]';

const given = (() => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { data: { type: 'string' }, replace: { type: 'boolean' } },
    });
    const [backup] = positionals;
    return backup !== undefined && positionals.length === 1 ? { backup, ...values } : undefined;
  } catch {
    return undefined;
  }
})();

if (!given) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const data = path.resolve(given.data ?? readSettings(process.env).data);
  try {
    const { backup, manifest, aside } = await restoreBackup(given.backup, data, { replace: given.replace });
    console.log(
      `Restored ${backup} (made ${manifest.madeAt}, ${String(manifest.accounts)} accounts) into ${data} · 已把 ${backup} 恢复到 ${data}（${String(manifest.accounts)} 个账号）`,
    );
    if (aside !== undefined)
      console.log(`The former data are in ${aside} · 原来的数据挪到了 ${aside}，确认没问题以后可以删掉`);
    const settings = Object.entries(manifest.settings).map(([name, value]) => `${name}=${value}`);
    console.log(
      `Start it as before · 照原来的设置启动：${['HUB_DATA=' + data, ...settings].join(' ')} npm start`,
    );
  } catch (error) {
    console.error(explainForOperator(error, data));
    process.exitCode = 1;
  }
}
