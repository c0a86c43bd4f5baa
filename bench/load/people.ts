import { setTimeout as delay } from 'node:timers/promises';
import { createFirstClient, hubClient, password, sendForm } from '../../admin/server/testing/hub-process.ts';
import type { HubClient, HubProcess } from '../../admin/server/testing/hub-process.ts';
import { noticePath, noticeText } from '../../admin/server/testing/fixture-hub.ts';

/** A signed-in editor, who can go on after the server was started again. */
export interface Editor {
  name: string;
  cookie: string;
}

/** Makes accounts at a new hub and signs them in. */
export async function signInEditors(hub: HubProcess, count: number): Promise<Editor[]> {
  const owner = await createFirstClient(hub);
  const editors: Editor[] = [{ name: 'zhang', cookie: owner.cookie }];
  for (let index = 1; index < count; index++) {
    const username = `bianji-${String(index)}`;
    await owner.post('/admin/api/accounts', {
      action: 'add',
      username,
      name: '编辑',
      password,
      role: 'editor',
    });
    const { cookie } = await sendForm(hub.address, '/admin/sign-in', { username, password });
    editors.push({ name: username, cookie });
  }
  return editors;
}

/** What the server has said about one draft, to be compared with what it has. */
export interface Draft {
  slug: string;
  /** The text of the last answered save. */
  stored: string;
  /** The texts of saves without an answer since then. Each may be stored or not. */
  unanswered: string[];
  version: string | undefined;
}

export interface Work {
  drafts: Draft[];
  /** Slugs whose publication was answered. */
  published: string[];
  /** Milliseconds until each answered save, as the browser sees it. */
  saves: number[];
  publications: number[];
  /** Answers that are no success, in words. */
  failures: string[];
}

export const noWork = (): Work => ({ drafts: [], published: [], saves: [], publications: [], failures: [] });

export interface WorkOptions {
  hub: { address: string };
  editor: Editor;
  work: Work;
  /** Milliseconds between two saves. */
  pause: number;
  /** Saves of one text before the next is begun; the text is published after them if `publishes`. */
  savesEach: number;
  publishes: boolean;
  /** A picture for the first save of each text. */
  picture?: Buffer;
  /** Ends the work after the running request. */
  until: AbortSignal;
}

let count = 0;

/** One editor at work: new texts, saved again and again, until told to stop or until the server is gone. */
export async function edit(options: WorkOptions): Promise<void> {
  const { hub, editor, work, pause, savesEach, publishes, until } = options;
  const client = hubClient(hub.address, editor.cookie);
  while (!until.aborted) {
    const draft: Draft = { slug: `l${String(count++)}`, stored: '', unanswered: [], version: undefined };
    work.drafts.push(draft);
    for (let turn = 0; turn < savesEach && !until.aborted; turn++) {
      if (!(await save(client, draft, turn, options))) return;
      await delay(pause * (0.5 + Math.random()), undefined, { signal: until }).catch(() => undefined);
    }
    if (!publishes || until.aborted) continue;
    const started = performance.now();
    const answer = await client
      .store('publishUnpublishedEntry', { collection: 'notices', slug: `2026/${draft.slug}` })
      .catch(() => undefined);
    if (!answer) return;
    work.publications.push(performance.now() - started);
    if (answer.status === 200) work.published.push(draft.slug);
    else work.failures.push(`publish: ${String(answer.status)} ${JSON.stringify(answer.json)}`);
  }
}

/** Whether the server answered. */
async function save(client: HubClient, draft: Draft, turn: number, options: WorkOptions): Promise<boolean> {
  const { work, editor, picture } = options;
  const image = picture ? '\n![活动现场](tu.jpg)\n' : '';
  const body = `${editor.name}写的第 ${String(turn + 1)} 稿。\n${'这是通知的一段正文，写明时间、地点和要带的东西。\n\n'.repeat(20)}${image}`;
  const raw = noticeText(`通知${draft.slug}`, draft.slug, body);
  const path = noticePath(draft.slug);
  const asset = {
    path: path.replace('index.md', 'tu.jpg'),
    encoding: 'base64',
    content: picture?.toString('base64'),
  };
  draft.unanswered.push(raw);
  const started = performance.now();
  const answer = await client
    .store('persistEntry', {
      dataFiles: [{ path, slug: `2026/${draft.slug}/index`, raw }],
      assets: picture && turn === 0 ? [asset] : [],
      options: {
        collectionName: 'notices',
        newEntry: draft.version === undefined,
        ...(draft.version === undefined ? {} : { baseVersion: draft.version }),
      },
    })
    .catch(() => undefined);
  if (!answer) return false;
  if (answer.status !== 200) {
    work.failures.push(`save: ${String(answer.status)} ${JSON.stringify(answer.json)}`);
    return true;
  }
  work.saves.push(performance.now() - started);
  draft.version = String(answer.json['version']);
  draft.stored = raw;
  draft.unanswered = [];
  return true;
}
