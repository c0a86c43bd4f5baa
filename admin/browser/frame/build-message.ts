import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';

/**
 * Turns a build error into one for editors. The checker's report contains file paths and line numbers, which editors
 * do not see in the desk, so paths become collection and slug, and line numbers are removed.
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
