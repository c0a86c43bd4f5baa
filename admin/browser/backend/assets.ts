import { renderMarkdown } from '../../../src/markdown/render.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { filesNamedBy } from '../../../src/model/files/file-mentions.ts';
import { removeFile } from '../editor/open-entry.ts';
import { showDialog } from '../frame/dialogs.ts';
import { Refusal } from '../../shared/refusal.ts';

/** A picture or file to be sent to the server: added on this computer, or loaded from the server. */
export interface Asset {
  path: string;
  url?: string;
  content?: string;
  toBase64?: () => Promise<string>;
}

const nameOf = ({ path }: Asset): string => path.slice(path.lastIndexOf('/') + 1);

/** Only the file name is sent: the server stores the file in the entry's folder. */
async function toUpload(asset: Asset): Promise<object> {
  return {
    path: nameOf(asset),
    encoding: 'base64',
    content: asset.content ?? (await asset.toBase64?.()),
  };
}

/**
 * Files added since the page was opened, by the path of their entry. Decap forgets them after the first save of a new
 * entry, and the server removes files that the text no longer refers to. The editor may still undo and need them again.
 */
const addedByPath = new Map<string, readonly Asset[]>();

export const addedFilesAt = (path: string): { name: string; url: string }[] =>
  (addedByPath.get(path) ?? []).flatMap((asset) =>
    asset.url === undefined ? [] : { name: nameOf(asset), url: asset.url },
  );

/** Which files have already been sent to the server, by their blob URL in this page. */
export class SentFiles {
  readonly #sent = new Set<string>();

  /**
   * Sends a text with the files it refers to that the server does not have yet. A file that the server refuses is
   * removed from the entry and reported, and the text is sent without it: a bad picture must not block the text.
   */
  async sendWith<Saved extends { path: string; files: readonly string[] }>(
    entry: { collection: Collection; path: string; text: string; assets: readonly Asset[] },
    send: (assets: object[]) => Promise<Saved>,
  ): Promise<Saved> {
    const isNamed = filesNamedBy(entry.collection, entry.text, renderMarkdown);
    const own = new Set(entry.assets.map(nameOf));
    const addedBefore = (addedByPath.get(entry.path) ?? []).filter((asset) => !own.has(nameOf(asset)));
    let known = [...entry.assets, ...addedBefore];
    const refusals: string[] = [];
    for (;;) {
      const toSend = known.filter(
        (asset) => isNamed(nameOf(asset)) && (asset.url === undefined || !this.#sent.has(asset.url)),
      );
      try {
        const saved = await send(await Promise.all(toSend.map(toUpload)));
        this.#recordSent(toSend, known, saved);
        if (refusals.length > 0) showRefusedFiles(refusals);
        return saved;
      } catch (error) {
        const refused = error instanceof Refusal ? error.details.file : undefined;
        if (refused === undefined || !toSend.some((asset) => nameOf(asset) === refused)) throw error;
        known = known.filter((asset) => nameOf(asset) !== refused);
        removeFile(refused);
        refusals.push((error as Refusal).message);
      }
    }
  }

  /** Files that the server dropped because the text does not refer to them must be sent again if it does later. */
  #recordSent(
    toSend: readonly Asset[],
    known: readonly Asset[],
    { path, files }: { path: string; files: readonly string[] },
  ): void {
    const dropped = known.filter((asset) => !files.includes(nameOf(asset)));
    for (const { url } of toSend) if (url !== undefined) this.#sent.add(url);
    for (const { url } of dropped) if (url !== undefined) this.#sent.delete(url);
    addedByPath.set(path, known);
  }
}

function showRefusedFiles(messages: readonly string[]): void {
  showDialog({
    title: '文字存好了，有文件没有存上',
    sentence: `${messages.join('\n\n')}\n\n请在内容里删去用到它的地方，或者换一个文件。`,
  });
}
