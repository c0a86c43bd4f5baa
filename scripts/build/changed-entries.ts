import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fewAtATime } from '../../src/disk/few-at-a-time.ts';
import type { ContentFiles } from '../../src/model/check/content-files.ts';
import { entriesIn } from './entry-selection.ts';

/** The entries that are new, deleted or different in a file. */
export async function changedEntries(
  files: { fresh: ContentFiles; published: ContentFiles },
  folders: { fresh: string; published: string },
): Promise<Set<string>> {
  const [fresh, published] = [entriesIn(files.fresh), entriesIn(files.published)];
  const same = async (name: string): Promise<boolean> => {
    const text = files.fresh.texts.get(name);
    if (text !== undefined) return text === files.published.texts.get(name);
    const places = [folders.fresh, folders.published].map((folder) => path.join(folder, name));
    const sizes = await Promise.all(places.map(async (place) => (await stat(place)).size));
    if (sizes[0] !== sizes[1]) return false;
    const [one, other] = await Promise.all(places.map((place) => readFile(place)));
    return one!.equals(other!);
  };
  const changed = await fewAtATime([...new Set([...fresh.keys(), ...published.keys()])], async (entry) => {
    const [now, before] = [fresh.get(entry), published.get(entry)];
    if (!now || !before || now.length !== before.length || now.some((name) => !before.includes(name)))
      return [entry];
    for (const name of now) if (!(await same(name))) return [entry];
    return [];
  });
  return new Set(changed.flat());
}
