import { quoted } from '../../../src/model/problems.ts';
import { Refusal } from '../../shared/refusal.ts';
import { TooMuchWork } from './text-work.ts';

/** Does work on an uploaded file. Over the limits, the file is refused by its name; the text can be saved without it. */
export async function orRefuseFile<T>(path: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof TooMuchWork)) throw error;
    const file = path.split('/').at(-1) ?? path;
    throw new Refusal(
      422,
      `${quoted(file)}太大或太复杂，没能检查完，所以没有存。请用看图、绘图或办公软件另存一份小一些、简单一些的，再上传。`,
      { details: { file } },
    );
  }
}
