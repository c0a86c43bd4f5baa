import { expect, test, vi } from 'vitest';
import { checkText } from '../check/check-text.ts';
import type * as relations from '../check/check-relations.ts';
import { ContentCheck } from './content-check.ts';
import type { ContentFile } from './content-index.ts';

const { checks } = vi.hoisted(() => ({ checks: { count: 0 } }));
vi.mock('../check/check-relations.ts', async (original) => {
  const real = await original<typeof relations>();
  const checkRelations: typeof real.checkRelations = (...args) => {
    checks.count++;
    return real.checkRelations(...args);
  };
  return { ...real, checkRelations };
});

const noBody = () => ({ headings: [], links: [], pictures: [], problems: [] });
const path = (slug: string): string => `notices/2026/${slug}/index.md`;
function notice(slug: string, title = '通知', org = 'shequ'): ContentFile {
  const text = `---\ntitle: ${title}\nslug: ${slug}\npublished: 2026-03-15T09:30:00+08:00\nsummary: 摘要\norgs: [${org}]\n---\n\n正文\n`;
  return { checked: checkText(path(slug), text, undefined, noBody) };
}
const org: ContentFile = {
  checked: checkText(
    'orgs/shequ/index.md',
    '---\ntitle: 社区\nslug: shequ\nshortName: 社区\ntype: community-party\nsummary: 摘要\n---\n\n正文\n',
    undefined,
    noBody,
  ),
};

/** The checks between entries that `task` makes. */
function checksOf(task: () => unknown): number {
  const before = checks.count;
  task();
  return checks.count - before;
}

test.each([50, 500])(
  'a change among %i entries repeats the checks that it touches, and no others',
  (size) => {
    const check = new ContentCheck();
    check.setMoment('2026-11-28T09:00:00+08:00');
    const all = Array.from(
      { length: size },
      (_, index) => [path(`n${String(index)}`), notice(`n${String(index)}`)] as const,
    );
    check.update(new Map([...all, ['orgs/shequ/index.md', org]]));
    expect(checksOf(() => check.problems())).toBe(size + 1);
    expect(checksOf(() => check.problems())).toBe(0);

    const change = new Map([[path('n7'), notice('n7', '改过的通知')]]);
    expect(checksOf(() => check.tried(change, (after) => after.problemsOf(path('n7'))))).toBe(1);
    // Taken back, nothing has to be checked again.
    expect(checksOf(() => check.problems())).toBe(0);
    check.setMoment('2026-11-28T09:00:01+08:00');
    expect(checksOf(() => check.problems())).toBe(0);
    check.update(change);
    expect(checksOf(() => check.problems())).toBe(1);
    expect(checksOf(() => check.update(new Map([[path('new'), notice('new')]])))).toBe(0);
    expect(checksOf(() => check.problems())).toBe(1);
    // Everything names the org, so everything looks at it again.
    expect(
      checksOf(() => check.tried(new Map([['orgs/shequ/index.md', undefined]]), (after) => after.added())),
    ).toBe(size + 1);
    expect(checksOf(() => check.problems())).toBe(0);
  },
);
