import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Ajv } from 'ajv';
import type { JSONSchemaType } from 'ajv';
import { OperatorError } from '../operator-error.ts';

export const manifestName = 'manifest.json';
export const bundleName = 'store.bundle';
export const accountsName = 'accounts.sqlite';
export const secretName = 'secret';

/** A newer hub may write another version; this one then says so, instead of restoring half. */
const version = 1;

/** Describes a backup, so that it can be checked before anything is restored from it. */
export interface Manifest {
  format: 'gongjian-hub-backup';
  version: number;
  /** ISO 8601. */
  madeAt: string;
  git: string;
  node: string;
  /** How the hub was started, for whoever starts it again. Never passwords. */
  settings: Record<string, string>;
  /** All refs of the store: published content, drafts, trash and records. */
  refs: Record<string, string>;
  /** Refs that could not be read when the backup was made. */
  missing: string[];
  accounts: number;
  files: Record<string, { bytes: number; sha256: string }>;
}

const texts = { type: 'object', required: [], additionalProperties: { type: 'string' } } as const;
const schema: JSONSchemaType<Manifest> = {
  type: 'object',
  required: [
    'format',
    'version',
    'madeAt',
    'git',
    'node',
    'settings',
    'refs',
    'missing',
    'accounts',
    'files',
  ],
  properties: {
    format: { type: 'string', const: 'gongjian-hub-backup' },
    version: { type: 'integer' },
    madeAt: { type: 'string' },
    git: { type: 'string' },
    node: { type: 'string' },
    settings: texts,
    refs: {
      type: 'object',
      required: [],
      additionalProperties: { type: 'string', pattern: '^[0-9a-f]{40}$' },
    },
    missing: { type: 'array', items: { type: 'string' } },
    accounts: { type: 'integer', minimum: 0 },
    files: {
      type: 'object',
      // Names only: a file of a backup is in its folder.
      propertyNames: { enum: [bundleName, accountsName, secretName] },
      required: [bundleName] as never[],
      additionalProperties: {
        type: 'object',
        required: ['bytes', 'sha256'],
        properties: { bytes: { type: 'integer' }, sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
      },
    },
  },
};
const isManifest = new Ajv().compile(schema);

export const emptyManifest = (): Manifest => ({
  format: 'gongjian-hub-backup',
  version,
  madeAt: new Date().toISOString(),
  git: '',
  node: process.version,
  settings: {},
  refs: {},
  missing: [],
  accounts: 0,
  files: {},
});

/** The text of the file; its last line is a checksum of the others. */
export function writtenManifest(manifest: Manifest): string {
  const text = JSON.stringify(manifest, null, 2);
  return `${text}\n${sha256(text)}\n`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads and checks a manifest and every file that it names. */
export async function readWholeBackup(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => '');
  const [, json = '', checksum] = /^(\{.*\})\n([0-9a-f]{64})\n$/s.exec(text) ?? [];
  if (checksum !== sha256(json)) throw damagedBackup(folder, manifestName);
  const manifest: unknown = JSON.parse(json);
  if ((manifest as { version?: number }).version !== version) {
    throw new OperatorError(
      `The backup ${folder} was made by a newer hub; update this one first.`,
      `备份 ${folder} 是新版本的平台做的：请先升级这台机器上的平台。`,
    );
  }
  if (!isManifest(manifest)) throw damagedBackup(folder, manifestName);
  for (const [name, { bytes, sha256: expected }] of Object.entries(manifest.files)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.size !== bytes || (await checksumOf(file)) !== expected) throw damagedBackup(folder, name);
  }
  return manifest;
}

export const damagedBackup = (folder: string, name: string): OperatorError =>
  new OperatorError(
    `The backup ${folder} is not whole: ${name} is missing or was changed. Nothing was restored; take another backup.`,
    `备份 ${folder} 不完整：${name} 缺失或被改动过。什么都没有恢复，请换一份备份。`,
  );

export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
