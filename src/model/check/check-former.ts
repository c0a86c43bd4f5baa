import type { Entry } from './checked-entry.ts';
import { collectionOf } from '../collections.ts';
import { oldAddressesIn } from '../formerly.ts';
import type { Problem } from '../problems.ts';
import { quoted } from '../problems.ts';

/** An old address redirects to one entry. It must not be the address of anything else, nor be in two entries. */
export function checkFormer(entries: readonly Entry[], addresses: ReadonlySet<string>): Problem[] {
  const owners = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const [index, address] of oldAddressesIn(entry.data).entries()) {
      const first = owners.get(address);
      const line = entry.lines[`formerly.${String(index)}`] ?? entry.lines['formerly'] ?? 1;
      const report = (message: string): void => {
        problems.push({ file: entry.file, line, label: '原地址', message });
      };
      if (address === entry.address) report(`原地址${quoted(address)}就是这篇内容现在的地址，请删去这一条。`);
      else if (addresses.has(address)) report(`原地址${quoted(address)}是本站的栏目页，请删去这一条。`);
      else if (first) report(`原地址${quoted(address)}已经转到${nameOf(first)}，请在两篇中的一篇里删去它。`);
      else owners.set(address, entry);
    }
  }
  for (const entry of entries) {
    const owner = owners.get(entry.address);
    if (!owner || owner === entry) continue;
    const message = `网址名${quoted(entry.slug)}不能用：${entry.address} 是${nameOf(owner)}以前的地址，读者从那里会转到它，请换一个网址名。`;
    problems.push({ file: entry.file, line: entry.lines['slug'] ?? 1, label: '网址名', message });
  }
  return problems;
}

const nameOf = ({ collection, data, slug }: Entry): string => {
  const title = data[collectionOf(collection).title];
  return `《${typeof title === 'string' ? title : slug}》`;
};
