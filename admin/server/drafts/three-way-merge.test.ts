import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { collectionOf } from '../../../src/model/collections.ts';
import { mergeThreeWay } from './three-way-merge.ts';

const fields = { title: '题', orgs: ['a', 'b'], summary: '摘要' };
const entry = (
  changes: Partial<typeof fields> & { more?: string } = {},
  body = '一\n\n二\n\n三\n',
): string => {
  const { title, orgs, summary } = { ...fields, ...changes };
  return `---\ntitle: ${title} # 注\norgs: [${orgs.join(', ')}]\nsummary: ${summary}\n${changes.more ?? ''}---\n\n${body}`;
};
const together = (ours: string, theirs: string, base = entry()) =>
  mergeThreeWay(tmpdir(), collectionOf('notices'), { base, ours, theirs });

test('merges changes to different fields, and keeps comments', async () => {
  const { text, conflicts } = await together(
    entry({ title: '甲' }),
    entry({ summary: '乙', more: 'important: true\n' }),
  );
  expect(conflicts).toEqual([]);
  expect(text).toBe(entry({ title: '甲', summary: '乙', more: 'important: true\n' }));
});

test('removes a field that one side removed', async () => {
  const base = entry({ more: 'expires: 2026-12-31\n' });
  expect((await together(entry({ title: '甲', more: 'expires: 2026-12-31\n' }), entry(), base)).text).toBe(
    entry({ title: '甲' }),
  );
});

test('merges list items added or removed by either side', async () => {
  const { text, conflicts } = await together(
    entry({ orgs: ['a', 'b', 'c'] }),
    entry({ orgs: ['b', 'd', 'c'] }),
  );
  expect(conflicts).toEqual([]);
  expect(text).toContain('orgs: [b, c, d]');
});

test('merges changes to different paragraphs, also with Windows line breaks', async () => {
  const [ours, theirs] = [entry({}, '壹\n\n二\n\n三\n'), entry({}, '一\n\n二\n\n叁\n\n四\n')];
  expect((await together(ours, theirs)).text).toBe(entry({}, '壹\n\n二\n\n叁\n\n四\n'));
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');
  const joined = await together(windows(ours), windows(theirs), windows(entry()));
  expect(joined).toEqual({ text: windows(entry({}, '壹\n\n二\n\n叁\n\n四\n')), conflicts: [] });
});

test('keeps ours in a conflict, and reports theirs with the field label', async () => {
  const { text, conflicts } = await together(
    entry({ title: '甲', summary: '同' }, '我们的。\n'),
    entry({ title: '乙', summary: '同' }, '他们的。\n'),
  );
  expect(text).toBe(entry({ title: '甲', summary: '同' }, '我们的。\n'));
  expect(conflicts).toEqual([
    { label: '标题', theirs: '乙' },
    { label: '正文', theirs: '他们的。' },
  ]);
});

test('keeps an unparseable text as a whole, unless only the other side changed it', async () => {
  expect(await together('没有开头', entry({ title: '乙' }))).toMatchObject({
    text: '没有开头',
    conflicts: [{ label: '全文' }],
  });
  expect(await together('没有开头', entry({ title: '乙' }), '没有开头')).toEqual({
    text: entry({ title: '乙' }),
    conflicts: [],
  });
});
