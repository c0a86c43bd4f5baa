import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Waits until one copy on this device has all these words; it is written a second after typing. */
export async function keptOnDevice(page: Page, ...words: string[]): Promise<void> {
  const copies = (): Promise<string[]> =>
    page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => {
            resolve(request.result);
          };
          request.onerror = () => {
            reject(request.error ?? new Error('The kept copies cannot be read.'));
          };
        });
      const names = (await indexedDB.databases()).map(({ name }) => name);
      if (!names.includes('hub-autosave')) return [];
      const database = await done(indexedDB.open('hub-autosave'));
      try {
        if (!database.objectStoreNames.contains('keyvaluepairs')) return [];
        const all = await done<unknown[]>(
          database.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAll(),
        );
        return all.map((copy) => JSON.stringify(copy));
      } finally {
        database.close();
      }
    });
  await expect
    .poll(async () => (await copies()).some((copy) => words.every((word) => copy.includes(word))))
    .toBe(true);
}
