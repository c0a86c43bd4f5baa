// What for: writes docs/coverage.md: what the paper behind the hub asks for, what we built, where to see it.
// How: node scripts/run.mjs coverage   (tests/docs.test.ts compares the file with the content)
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContentFolder } from '../src/library/content/content-folder.ts';
import { checkSiteContent } from '../src/library/content/site-content.ts';
import type { SiteEntry } from '../src/library/content/site-content.ts';
import { siteAddresses } from '../src/model/addresses/entry-addresses.ts';
import { collectionOf } from '../src/model/collections.ts';
import type { CollectionName, Data } from '../src/model/collections.ts';
import { formatProblems } from '../src/model/problems.ts';

interface Requirement {
  item: string;
  built: string;
  examples: Partial<Examples>;
  /** Pages that belong to no entry. */
  pages?: readonly string[];
}

/** The collections that meet a requirement, with tests for the entries that show it. The first match of each is named. */
type Examples = { [N in CollectionName]: readonly ((data: Data<N>) => boolean)[] };

const any = [(): boolean => true];

const requirements: readonly Requirement[] = [
  {
    item: '调查报告',
    built: '网页和 A4 打印，CSV 数据、图和表，写明方法、样本和签署',
    examples: { documents: [({ kind }) => kind === 'survey'] },
  },
  {
    item: '实施方案与工作计划',
    built: '每一条都有自己的链接，项目引用条款，进度由项目算出',
    examples: { documents: [({ kind }) => kind === 'plan', ({ kind }) => kind === 'workplan'] },
    pages: ['/responsibilities/'],
  },
  {
    item: '大党委与工作小组',
    built: '联合组织和席位、议事规则、会议',
    examples: {
      orgs: [({ type }) => type === 'joint'],
      policies: [({ category }) => category === 'hub-rules'],
      meetings: [({ kind }) => kind === 'committee'],
    },
  },
  {
    item: '共建协议',
    built: '签约单位、期限、逐项任务，每项连到项目',
    examples: { agreements: any },
  },
  {
    item: '优势结合点',
    built: '资源、需求、项目三张清单，配上了谁、等了多少天',
    examples: { resources: any, needs: any, projects: any },
    pages: ['/match/'],
  },
  {
    item: '联席会议与民情分析会',
    built: '决定写明谁办、何时办完、办到哪一步，没办完的转到下一次；重新定过的由后来那一条接续，只数一次',
    examples: { meetings: [({ kind }) => kind === 'joint', ({ kind }) => kind === 'analysis'] },
    pages: ['/meetings/decisions/'],
  },
  {
    item: 'PDCA（策划—实施—检查—改进）',
    built: '一轮一轮记，有证据才算走到那一步，逾期自动算出',
    examples: {
      projects: [({ records }) => records?.some(({ stage }) => stage === 'act') === true],
      cases: any,
    },
  },
  {
    item: '信息联通平台',
    built: 'RSS、Atom、JSON Feed、日历订阅和带版本的 JSON 数据接口；伙伴的订阅取进来，看过再发',
    examples: { events: any, clippings: any },
    pages: ['/open-data/', '/calendar/', '/rss.xml'],
  },
  {
    item: '民情渠道',
    built: '先写清人、机制、渠道，再公开编号、匿名的办理台账和回话时间',
    examples: { channel: any, concerns: any },
    pages: ['/concerns/statistics/'],
  },
  {
    item: '协商议事苑',
    built: '六步记录，包括没有达成一致的',
    examples: { deliberations: any },
  },
  {
    item: '学生兼职与实践',
    built: '岗位写明时间、报酬和截止日，到期自动收起',
    examples: { posts: any },
  },
  {
    item: '便利老年人',
    built: '整站长辈版，服务写明最近核实日期，食堂菜单，大字单页',
    examples: { services: any, menus: any },
    pages: ['/listen/'],
  },
  {
    item: '传播知识',
    built: '学习材料、学习路径、自测和术语，本月学习，大屏共学、成册打印和断网可读，全站搜索',
    examples: { materials: any, paths: any, quizzes: any, terms: any, monthly: any, series: any },
    pages: ['/my-study/', '/topics/', '/search/'],
  },
];

/** The table for a content folder. Throws if the content has no example of a requirement. */
export async function coverageTable(folder: string): Promise<string> {
  const { entries, problems } = checkSiteContent(await readContentFolder(folder));
  if (problems.length > 0) throw new Error(formatProblems(problems));
  const fixed = siteAddresses(entries);
  const rows = requirements.map(({ item, built, examples, pages = [] }) => {
    const names = Object.keys(examples) as CollectionName[];
    const addresses = [
      ...names.flatMap((name) => examplesOf(name, examples, entries).map(({ address }) => address)),
      ...pages.map((page) => {
        if (!fixed.has(page)) throw new Error(`"${item}" names ${page}, which is not a page of the site.`);
        return page;
      }),
    ];
    const collections = names.map((name) => `${collectionOf(name).label}（${name}）`);
    return `| ${item} | ${built} | ${collections.join('、')} | ${addresses.map((each) => `\`${each}\``).join('、')} |`;
  });
  return `# 论文提出的事，本站怎么做

由 \`scripts/coverage.ts\` 根据示例内容生成，请不要手改：\`node scripts/run.mjs coverage\`。地址是示例站点里的一个例子；网页地址前面加上 \`/elder\`，就是它的长辈版。

| 论文里的事 | 本站做成什么 | 栏目 | 到哪里看 |
|---|---|---|---|
${rows.join('\n')}
`;
}

function examplesOf(
  name: CollectionName,
  examples: Partial<Examples>,
  entries: readonly SiteEntry[],
): SiteEntry[] {
  const tests = (examples[name] ?? []) as readonly ((data: SiteEntry['data']) => boolean)[];
  return tests.map((fits) => {
    const found = entries.find((entry) => entry.collection === name && fits(entry.data));
    if (!found) throw new Error(`No entry of the collection "${name}" is an example for coverage.md.`);
    return found;
  });
}

if (import.meta.main) {
  await writeFile('docs/coverage.md', await coverageTable(path.resolve('content')));
  process.stdout.write('Wrote docs/coverage.md.\n');
}
