import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { Refusal } from '../../shared/refusal.ts';
import type { AppEnv, AppServices } from '../app-context.ts';
import { DamagedStore } from '../git/damaged-store.ts';
import { GitFailure } from '../git/run-git.ts';
import { asError, asFault } from '../workers/desk-messages.ts';
import { TooMuchWork } from '../workers/text-work.ts';
import { faultResponse } from './fault-response.ts';

/** What the desk's browser gets when its work, in another thread, ends with this error. */
async function answerTo(error: unknown): Promise<[status: number, message: string]> {
  const app = new Hono<AppEnv>();
  const desk = { log: () => undefined, settings: { basePath: '' } } as unknown as AppServices;
  app.use(async (c, next) => {
    c.set('desk', desk);
    await next();
  });
  app.get('/admin/api/store', () => {
    throw asError(structuredClone(asFault(error)));
  });
  app.onError(faultResponse);
  const answer = await app.request('/admin/api/store');
  return [answer.status, ((await answer.json()) as { error: string }).error];
}

test.each([
  ['a refusal', new Refusal(409, '有人改过了。'), 409, '有人改过了。'],
  ['a full disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), 503, '磁盘满了'],
  ['a full disk, said by git', new GitFailure(['a'], 'fatal: No space left on device', 128), 503, '磁盘满了'],
  ['a damaged object', new DamagedStore('object 1234'), 503, '有一部分损坏了'],
  ['damage, said by git', new GitFailure(['a'], 'fatal: bad object HEAD', 128), 503, '有一部分损坏了'],
  ['too much work', new TooMuchWork('readTexts', 'memory'), 422, '太长或太复杂'],
  ['anything else', new TypeError('x is not a function'), 503, '没有做成'],
  ['no error at all', 'text', 503, '没有做成'],
])('%s is answered with its sentence', async (_, error, status, sentence) => {
  expect(await answerTo(error)).toEqual([status, expect.stringContaining(sentence) as string]);
});
