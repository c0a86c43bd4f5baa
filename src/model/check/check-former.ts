import type { Entry } from './checked-entry.ts';
import type { ContentIndex } from '../incremental/content-index.ts';
import { collectionOf } from '../collections.ts';
import { oldAddressesIn } from '../formerly.ts';
import type { Problem } from '../problems.ts';
import { quoted } from '../problems.ts';

/** An old address redirects to one entry. It must not be the address of anything else, nor be in two entries. */
export function checkFormer(entry: Entry, index: ContentIndex): Problem[] {
  const seen = new Set<string>();
  const inOld = oldAddressesIn(entry.data).flatMap((address, at): Problem[] => {
    const line = entry.lines[`formerly.${String(at)}`] ?? entry.lines['formerly'] ?? 1;
    const problem = (message: string): Problem[] => [{ file: entry.file, line, label: '原地址', message }];
    if (address === entry.address)
      return problem(`原地址${quoted(address)}就是这篇内容现在的地址，请删去这一条。`);
    if (index.isPage(address)) return problem(`原地址${quoted(address)}是本站的栏目页，请删去这一条。`);
    const owner = ownerOf(address, index);
    const isFirst = owner?.file === entry.file && !seen.has(address);
    seen.add(address);
    return owner && !isFirst
      ? problem(`原地址${quoted(address)}已经转到${nameOf(owner)}，请在两篇中的一篇里删去它。`)
      : [];
  });
  const owner = index.isPage(entry.address) ? undefined : ownerOf(entry.address, index);
  if (!owner) return inOld;
  const message = `网址名${quoted(entry.slug)}不能用：${entry.address} 是${nameOf(owner)}以前的地址，读者从那里会转到它，请换一个网址名。`;
  return [...inOld, { file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message }];
}

/** The first entry that had this address, and has another one now. */
const ownerOf = (address: string, index: ContentIndex): Entry | undefined =>
  index.formerlyAt(address).find((entry) => entry.address !== address);

const nameOf = ({ collection, data, slug }: Entry): string => {
  const title = data[collectionOf(collection).title];
  return `《${typeof title === 'string' ? title : slug}》`;
};
