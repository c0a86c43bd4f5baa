import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseLeftOut } from '../../shared/left-out.ts';
import type { LeftOut, LeftOutReport } from '../../shared/left-out.ts';
import { contentRoot } from '../entries/entry-paths.ts';
import type { Repository } from '../git/repository.ts';

/** What a build left out, with the people to tell. The report is beside the site. */
export async function readLeftOut(
  repository: Repository,
  commit: string,
  siteFolder: string,
): Promise<LeftOutReport> {
  const text = await readFile(reportBeside(siteFolder), 'utf8').catch(() => '{}');
  const { count, entries } = parseLeftOut(text);
  const withPeople: LeftOut[] = [];
  // One after the other: each asks git.
  for (const entry of entries)
    // Without names, if the history is damaged: the pages are made, and go live.
    withPeople.push({ ...entry, ...(await peopleOf(repository, commit, entry.entry).catch(() => ({}))) });
  return { count, entries: withPeople };
}

const reportBeside = (siteFolder: string): string =>
  path.join(path.dirname(siteFolder), `${path.basename(siteFolder)}.report.json`);

/** Who wrote the last change of an entry, and who published it. */
async function peopleOf(
  repository: Repository,
  commit: string,
  entry: string,
): Promise<Pick<LeftOut, 'by' | 'people'>> {
  const place = `${contentRoot}/${entry}`;
  const published = await repository.lastChange(commit, place);
  const written = published === undefined ? undefined : await repository.lastEdit(published, place);
  const authors = await Promise.all(
    [written, published].flatMap((each) => (each === undefined ? [] : repository.author(each))),
  );
  const names = authors.map(({ email }) => email.split('@')[0] ?? '').filter((name) => name !== '');
  return { by: authors[0]?.name || undefined, people: [...new Set(names)] };
}
