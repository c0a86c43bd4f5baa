import path from 'node:path';
import { rewriteXml } from './rewrite-xml.ts';
import { UnsafeDocument } from './unsafe-document.ts';

export interface Relationships {
  bytes: Buffer;
  /** The parts that are referred to, as names in the package. */
  targets: string[];
  /** The relationships that were left out, by their id. */
  leftOut: ReadonlySet<string>;
}

/** Where the relationships of a part are: `word/document.xml` -> `word/_rels/document.xml.rels`. */
export const relationshipsOf = (part: string): string =>
  path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);

/** Leaves out relationships to what says who made the file, and refuses those to what runs or is fetched. */
export function cleanRelationships(part: string, bytes: Uint8Array): Relationships {
  const targets: string[] = [];
  const leftOut = new Set<string>();
  const written = rewriteXml(bytes, {
    element: ({ name, attributes }) => {
      if (name !== 'Relationship') return attributes;
      const value = (wanted: string): string =>
        attributes.find((attribute) => attribute.name === wanted)?.value ?? '';
      const type = value('Type').split('/').at(-1)!;
      const why = refused.get(type);
      if (why !== undefined) throw new UnsafeDocument(why);
      if (personal.has(type)) {
        leftOut.add(value('Id'));
        return undefined;
      }
      if (value('TargetMode') === 'External') refuseExternal(type, value('Target'));
      else targets.push(partNamed(value('Target'), part));
      return attributes;
    },
  });
  return { bytes: written, targets, leftOut };
}

function partNamed(target: string, from: string): string {
  const name = target.replace(/#.*$/s, '');
  return path.posix.join('/', name.startsWith('/') ? '' : path.posix.dirname(from), name).slice(1);
}

const macros = '里面有宏。请另存为不带宏的 .docx 或 .xlsx，再放进来';
const embedded = '里面嵌入了别的文件或控件。请把它们删去，或换成图片，再放进来';
const linked =
  '里面有链接到别处的图片或数据，别人打不开，也会透露您电脑上的路径。请在办公软件里断开链接，再放进来';

/** The last word of a relationship's type, with the reason why such a file is refused. */
const refused = new Map<string, string>([
  ...[
    'vbaProject',
    'vbaProjectSignature',
    'wordVbaData',
    'xlMacrosheet',
    'xlIntlMacrosheet',
    'attachedToolbars',
  ].map((type) => [type, macros] as const),
  ...[
    'oleObject',
    'control',
    'activeXControlBinary',
    'aFChunk',
    'subDocument',
    'frame',
    'video',
    'audio',
    'media',
  ].map((type) => [type, embedded] as const),
  ...['externalLink', 'externalLinkPath', 'connections', 'queryTable', 'xlPathMissing'].map(
    (type) => [type, linked] as const,
  ),
  ...['revisionHeaders', 'usernames'].map(
    (type) => [type, '里面有共享工作簿的修订记录。请停止共享，再放进来'] as const,
  ),
  ['threadedComment', '里面有批注，带着批注人的姓名。请删去批注，再放进来'],
  ['origin', '带有数字签名，清理其中的个人信息会使签名失效。请另存一份不带签名的，再放进来'],
]);

/** Who made the file, with what, on which printer; and data that programs keep for themselves. */
const personal = new Set([
  'core-properties',
  'extended-properties',
  'custom-properties',
  'thumbnail',
  'customXml',
  'customXmlProps',
  'printerSettings',
  'attachedTemplate',
  'mailMergeSource',
  'mailMergeHeaderSource',
  'mailMergeRecipientData',
  'people',
  'person',
  'commentsExtended',
  'commentsIds',
  'commentsExtensible',
  'extensibility',
  'classificationlabels',
  'documenttasks',
  'customProperty',
]);

/** Links for people to click are fine; anything else would be fetched by whoever opens the file. */
function refuseExternal(type: string, target: string): void {
  if (type !== 'hyperlink') throw new UnsafeDocument(linked);
  if (/^\s*(?:https?|mailto|tel|ftp):/i.test(target) || /^#/.test(target)) return;
  if (/^[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(target) && !/\\/.test(target)) return;
  throw new UnsafeDocument('里面有指向您电脑上文件的链接，别人打不开。请删去这些链接，再放进来');
}
