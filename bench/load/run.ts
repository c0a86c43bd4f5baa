// What for: the desk under load: ten people save for a minute, publish, and readers read meanwhile; sixty saves at once;
//           kills. Prints what was slow and what was lost.
// How: npm run bench -- load                                    the sample content, with a quick build
//      npm run bench -- load laws=laws.jsonl entries=10000      entries cut from a file of laws
//      npm run bench -- load build=real seconds=60 pause=1000 kills=30
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FixtureHub } from '../../admin/server/testing/fixture-hub.ts';
import { printTable } from '../table.ts';
import { addOrg, contentOfLaws } from './content.ts';
import { killOften, machine, measureLoad, saveAtOnce } from './measure.ts';

export async function runLoad(folder: string, ...words: string[]): Promise<void> {
  const options = new Map(words.map((word) => word.split('=', 2) as [string, string]));
  const number = (name: string, usual: number): number => Number(options.get(name) ?? usual);
  const root = path.resolve(import.meta.dirname, '..', '..');
  const content = path.join(folder, 'content');
  const laws = options.get('laws');
  if (laws === undefined) await cp(path.join(root, 'content'), content, { recursive: true });
  else await contentOfLaws(laws, number('entries', 1000), content);
  await addOrg(content);
  const build = JSON.stringify([process.execPath, path.join(root, 'scripts', 'build.ts')]);
  const env: Record<string, string> = options.get('build') === 'real' ? { HUB_BUILD_COMMAND: build } : {};

  const fixture = await fresh(folder, content);
  const result = await measureLoad({
    fixture,
    env,
    seconds: number('seconds', 60),
    pause: number('pause', 1000),
  });
  const { work, serverSaves, serverPublications, pages, cpuPerSave } = result;
  const row = (name: string, all: readonly number[]): string[] => [
    name,
    String(all.length),
    ms(quantile(all, 0.5)),
    ms(quantile(all, 0.99)),
    ms(Math.max(...all)),
  ];
  printTable(
    `Ten editors for ${String(number('seconds', 60))} s, a pause of ${String(number('pause', 1000))} ms, ${await machine()}`,
    ['milliseconds', 'number', 'median', '99 %', 'longest'],
    [
      row('save, in the server', serverSaves),
      row('save, in the browser', work.saves),
      row('publication, in the server', serverPublications),
      row('page of a reader', pages),
    ],
  );
  const lines = [
    `Read after the start: ${result.readAhead}.`,
    `CPU of the server for each save, with everything else it did: ${ms(cpuPerSave)} ms.`,
    `Failures: ${said(work.failures)}. Lost: ${said(result.missing)}. Damage: ${result.damage || 'none'}.`,
  ];
  const sixty = await saveAtOnce(await fresh(folder, content), 60, env);
  lines.push(`Sixty saves at once, lost or refused: ${said(sixty)}.`);
  const kills = number('kills', 5);
  const { saves, lost } = await killOften(await fresh(folder, content), kills, 20, env);
  lines.push(`${String(kills)} kills in ${String(saves)} saves, lost or damaged: ${said(lost)}.`);
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

/** A hub that begins with this content, and with nothing else. */
async function fresh(folder: string, content: string): Promise<FixtureHub> {
  await rm(path.join(folder, 'data'), { recursive: true, force: true });
  return { folder, content, cleanUp: () => Promise.resolve() };
}

const said = (all: readonly string[]): string => (all.length === 0 ? 'none' : all.join('; '));
const ms = (value: number): string => value.toFixed(0);

function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
