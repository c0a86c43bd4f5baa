// What for: reports the problems of the content, in the same sentences as the build and the desk.
// How: npm run check            (CONTENT_DIR=<folder> for other content, SITE_MODE=production to refuse samples)
import { contentFolder, readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import { formatProblems } from '../src/model/problems.ts';

const { entries, problems } = checkSiteContent(await readContentFolder(contentFolder()));
if (problems.length > 0) {
  process.stdout.write(formatProblems(problems));
  process.exitCode = 1;
} else {
  process.stdout.write(`共 ${String(entries.length)} 篇内容，没有需要修改的地方。\n`);
}
