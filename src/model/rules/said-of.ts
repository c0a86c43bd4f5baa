import { checkContent } from '../check/check-content.ts';

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });

/**
 * What is said of one entry, for the tests of the rules: label and sentence, without what the entry only lacks or what
 * it names and a short example does not have.
 */
export function saidOf(
  folder: string,
  lines: string,
  others: Readonly<Record<string, string>> = {},
): string[] {
  const written = (text: string): string => `---\n${text}\n---\n`;
  const texts = new Map(
    Object.entries({ [folder]: lines, ...others }).map(([place, text]) => [
      `${place}/index.md`,
      written(text),
    ]),
  );
  return checkContent({ texts, paths: new Set(texts.keys()) }, { renderBody: noBody })
    .problems.filter(({ file }) => file === `content/${folder}/index.md`)
    .filter(({ message }) => !/^缺少|里缺少|没有它|是空的/.test(message))
    .map(({ label, message }) => `${label ?? ''}：${message}`);
}
