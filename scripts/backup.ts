// What for: copies content, drafts, trash, accounts and the key into a folder, while the server runs.
// How: npm run backup -- <folder> [--keep <number of backups>]     (HUB_DATA as for npm start)
import { parseArgs } from 'node:util';
import { makeBackup } from '../admin/operator/backup/make-backup.ts';
import { explainForOperator } from '../admin/operator/operator-error.ts';
import { readSettings } from '../admin/server/settings.ts';

const usage =
  'Usage: npm run backup -- <folder> [--keep 14] · 用法：npm run backup -- <放备份的文件夹> [--keep 只留最近几份]';

const given = (() => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { keep: { type: 'string' } },
    });
    const [folder] = positionals;
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    const isFine = keep === undefined || (Number.isInteger(keep) && keep >= 1);
    return folder !== undefined && positionals.length === 1 && isFine ? { folder, keep } : undefined;
  } catch {
    return undefined;
  }
})();

if (!given) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const settings = readSettings(process.env);
    const { folder, manifest, bytes, removed } = await makeBackup(settings, given.folder, {
      keep: given.keep,
      started: process.env,
    });
    const drafts = Object.keys(manifest.refs).filter((ref) => ref.startsWith('refs/heads/cms/')).length;
    const megabytes = (bytes / 1e6).toFixed(1);
    console.log(
      `Backup made: ${folder} (${megabytes} MB, ${String(manifest.accounts)} accounts, ${String(drafts)} drafts) · 备份做好了：${folder}（${megabytes} MB，${String(manifest.accounts)} 个账号，${String(drafts)} 篇草稿）`,
    );
    console.log(
      'It holds passwords in hashed form and the key for sign-ins: keep it where only you can read it. · 里面有加密的密码和登录密钥：请放在只有您能读到的地方。',
    );
    if (removed.length > 0)
      console.log(`Removed ${removed.join(', ')} · 删掉了旧的 ${String(removed.length)} 份`);
    if (manifest.missing.length > 0) {
      console.error(
        `It lacks what could not be read: ${manifest.missing.join(', ')}. No older backup was removed; run "npm run doctor". · 有 ${String(manifest.missing.length)} 处读不出来，没有备份到，旧备份一份没删：请运行 npm run doctor。`,
      );
      process.exitCode = 1;
    }
  } catch (error) {
    console.error(explainForOperator(error, given.folder));
    process.exitCode = 1;
  }
}
