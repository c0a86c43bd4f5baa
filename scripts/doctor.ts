// What for: looks whether the hub and its machine are in order, and says what to do. Changes nothing.
// How: npm run doctor     (HUB_DATA, HOST, PORT, SITE_URL, MIRROR_URL as for npm start; also while the server runs)
import { examine } from '../admin/operator/doctor/examine.ts';
import { lineOf } from '../admin/operator/doctor/finding.ts';
import { readSettings } from '../admin/server/settings.ts';

try {
  const settings = readSettings(process.env);
  // Some checks read files of the hub as the build does, which runs in this folder; a timer may run elsewhere.
  process.chdir(settings.project);
  const findings = await examine({ settings, now: new Date(), env: process.env }, (finding) => {
    console.log(lineOf(finding));
  });
  const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings] = [count('error'), count('warn')];
  console.log(
    errors + warnings === 0
      ? 'Everything is in order · 一切正常'
      : `${String(errors)} to mend, ${String(warnings)} to keep an eye on · ${String(errors)} 处要处理，${String(warnings)} 处请留意`,
  );
  process.exitCode = errors > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
