import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';

/**
 * Why the site was not renewed, for editors: the checker's report names files and their lines, which nobody sees
 * here. An entry is told by where the desk shows it; the sentences stay as they are.
 */
export const buildMessage = (message: string): string =>
  message
    .split('\n')
    .map((line) => {
      const [, collection = '', rest = ''] = /^content\/([^/]+)(.*?)(?:\/index)?\.md$/.exec(line) ?? [];
      if (!isCollectionName(collection)) return line.replace(/^ {2}第 \d+ 行 {2}/, '  ');
      const { label, single } = collectionOf(collection);
      return single === undefined
        ? `“${label}”里网址名是“${rest.split('/').at(-1) ?? ''}”的一篇`
        : `“${label}”`;
    })
    .join('\n');
