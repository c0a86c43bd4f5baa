import { checkContent } from '../check/check-content.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

/**
 * For tests: the messages about an entry, with their labels, but without those about missing fields and broken relations
 * in a short example.
 */
export function messagesFor(
  folder: string,
  lines: string,
  others: Readonly<Record<string, string>> = {},
): string[] {
  const entryWith = (text: string): string => `---\n${text}\n---\n`;
  const texts = new Map(
    Object.entries({ [folder]: lines, ...others }).map(([place, text]) => [
      `${place}/index.md`,
      entryWith(text),
    ]),
  );
  return checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody })
    .problems.filter(({ file }) => file === `content/${folder}/index.md`)
    .filter(({ message }) => !/^缺少|里缺少|没有它|是空的/.test(message))
    .map(({ label, message }) => `${label ?? ''}：${message}`);
}
