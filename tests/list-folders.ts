/** Folders that are lists: one file for each thing of a kind, found by its name. */
export const listFolders: readonly { folder: RegExp; because: string }[] = [
  { folder: /\/collections$/, because: 'one file describes one collection' },
  { folder: /\/rules$/, because: 'one file holds the rules of one collection, or one rule of Markdown' },
  { folder: /\/cases$/, because: 'one file holds the cases of one rule of Markdown' },
  { folder: /^tests\/fixtures(?:\/|$)/, because: 'texts for tests' },
];
