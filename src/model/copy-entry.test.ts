import { expect, test } from 'vitest';
import { collectionNames, collectionOf } from './collections.ts';
import type { CollectionName } from './collections.ts';
import { copyOf, filesIn } from './copy-entry.ts';
import type { Fields } from './fields.ts';

/** Labels of what a copy begins without; what is within a list after the list's label. */
const left: Partial<Record<CollectionName, string>> = {
  activities: '网址名 活动日期 发布时间 参加人数 责编 审核',
  agreements: '网址名 签订日期 生效日期 到期日期 续签自 提前终止日 提前终止的原因',
  cases: '网址名 发布日期 结果 效果',
  channel: '',
  clippings: '网址名 原文日期 原文网址 取来的日子 谁看过',
  concerns: '网址名 编号 收到日期 答复期限 办理记录 转成了哪个项目',
  deliberations: '网址名 开始日期 六步记录 各方意见 结果 结果的说明 转成了哪个项目',
  documents:
    '网址名 文号 版本 成文日期 发布日期 签发单位 签发日期 有效性 失效日期 替代的文件 计划到哪天 样本数 调查开始 调查结束',
  events: '网址名 发布时间 状态 开始时间 结束时间 改动时间 取消原因 活动报道',
  materials: '网址名 发布日期',
  meetings: '网址名 会议日期 到会单位 缺席单位 分析的起始日 分析的截止日 议到的民情 议程/讨论情况 决定',
  menus: '网址名 星期一的日期',
  monthly: '网址名 月份 活动',
  needs: '网址名 提出日期 配上的日期 配上的资源 配上的项目 了结日期 了结的结果 了结的说明 依据',
  notices: '网址名 发布时间 有效期至',
  orgs: '网址名 席位 参加的共建组织',
  paths: '网址名 发布日期',
  policies: '网址名 索引号 成文日期 发文字号 发布日期 有效性 替代的文件 官方原文网址',
  posts: '网址名 发布日期 报名截止 招满日期',
  projects: '网址名 计划开始 计划完成 延期 阶段记录 结束日期 结果 结果的说明 结果的依据',
  quizzes: '网址名 发布日期',
  resources: '网址名 开始提供的日期 停止提供的日期',
  series: '网址名 开始日期 结束日期',
  services: '网址名 暂停说明 最近核实 核实单位',
  site: '',
  terms: '网址名',
};

/** Something in every field, so that whatever is missing from the copy was left out. */
const filled = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === 'parts' ? [filled(field.fields)] : `value of ${name}`,
    ]),
  );

function leftOut(fields: Fields, copy: Record<string, unknown>, above = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = copy[name];
    if (field.byDesk) return value === undefined ? [] : [`${field.label} is copied`];
    if (value !== undefined && field.kind === 'parts') {
      return leftOut(field.fields, (value as Record<string, unknown>[])[0] ?? {}, `${above}${field.label}/`);
    }
    return value === `value of ${name}` ? [] : [above + field.label];
  });
}

test.each(collectionNames)('a copy in %s begins without what tells of one time', (name) => {
  const { fields } = collectionOf(name);
  expect(leftOut(fields, copyOf(fields, filled(fields))).join(' ')).toBe(left[name]);
});

test('a state begins as it does in a new entry', () => {
  const { fields } = collectionOf('events');
  expect(copyOf(fields, { title: '义诊', state: 'cancelled', cancelReason: '下雨' })).toEqual({
    title: '义诊',
    state: 'planned',
  });
});

test('every day and moment of an entry itself tells of one time', () => {
  const kept = collectionNames.flatMap((name) =>
    Object.entries(collectionOf(name).fields)
      .filter(([, { kind, once }]) => (kind === 'day' || kind === 'moment') && once !== true)
      .map(([field]) => `${name}.${field}`),
  );
  expect(kept).toEqual([]);
});

test('the files that fields name are found, within lists as well', () => {
  const { fields } = collectionOf('projects');
  expect(
    filesIn(fields, {
      attachments: [{ src: '方案.pdf', title: '方案' }],
      outcomeEvidence: '/activities/2026/a/',
      records: [{ evidence: '签到表.pdf' }, { evidence: '/about/' }, {}],
    }),
  ).toEqual(['签到表.pdf', '方案.pdf']);
  const activity = collectionOf('activities').fields;
  expect(
    filesIn(activity, { cover: { src: 'a.png', alt: '灯' }, attachments: [{ src: '' }], source: '社区' }),
  ).toEqual(['a.png']);
});
