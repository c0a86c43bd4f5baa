import { columnsNamed, readCsv } from '../files/csv.ts';
import { quoted } from '../problems.ts';
import { found, findingIf } from './rule.ts';
import type { Finding, Rules } from './rule.ts';
import { successionRules } from './succession.ts';

export const documentRules: Rules<'documents'> = [
  ...successionRules('documents'),
  // Readers can only judge the figures of a survey if they know its method.
  ({ data }) => {
    if (data.kind !== 'survey') return [];
    const parts = [
      { value: data.method, label: '调查方法' },
      { value: data.sampleSize, label: '样本数' },
      { value: data.data, label: '数据表' },
    ];
    return parts
      .filter(({ value }) => value === undefined)
      .map(({ label }) => found('kind', `调查报告要有“${label}”，读者才好判断数字能不能用，请填写。`));
  },
  ({ data }, hub) => {
    if (data.validity === undefined) return [];
    const word = hub.wordFor('documents', 'validity', data.validity);
    const past = data.validity !== 'current';
    return [
      ...findingIf(past && data.ended === undefined, 'validity', `“有效性”是${word}，请写上“失效日期”。`),
      ...findingIf(
        !past && data.ended !== undefined,
        'ended',
        '写了“失效日期”，“有效性”却是现行，请改其中一处。',
      ),
    ];
  },
  ({ data: { issued, surveyUntil } }) =>
    findingIf(
      issued !== undefined && surveyUntil !== undefined && surveyUntil > issued,
      'surveyUntil',
      `“调查结束”（${surveyUntil ?? ''}）晚于“成文日期”（${issued ?? ''}），报告要等调查完了再写，请核对日期。`,
    ),
  (entry, hub) => {
    const { charts, data } = entry.data;
    if (!charts?.length) return [];
    if (data === undefined) {
      return [found('charts', '有“图表”却没有“数据表”，请放上画图用的 CSV 文件。')];
    }
    const text = hub.table(entry, data.src);
    if (text === undefined) return [];
    const { columns, rows } = readCsv(text);
    if (rows.length === 0) return [found('data', '“数据表”里只有列名或是空的，请放上有数据的文件。')];
    if (rows.length > mostRows) {
      const message = `“数据表”有 ${String(rows.length)} 行，画图的表最多 ${String(mostRows)} 行。请另做一份汇总的表来画图，原来的表放进附件。`;
      return [found('data', message)];
    }
    return charts.flatMap((chart, index) => {
      const named = { labels: [chart.labels ?? ''], values: columnsNamed(chart.values ?? '') };
      return Object.entries(named).flatMap(([field, names]) =>
        names
          .filter((name) => name !== '')
          .flatMap((name): Finding[] => {
            const at = `charts.${String(index)}.${field}`;
            const column = columns.indexOf(name);
            if (column < 0) {
              return [found(at, `数据表里没有“${name}”这一列，有的是：${columnList(columns)}。`)];
            }
            const invalid = field === 'values' ? rows.findIndex((row) => !isNumber(row[column])) : -1;
            if (invalid < 0) return [];
            const cell = rows[invalid]?.[column] ?? '';
            const message = `“${name}”列的第 ${String(invalid + 2)} 行是${quoted(cell)}，画图要用数字，请在数据表里改正。`;
            return [found(at, message)];
          }),
      );
    });
  },
];

/** A table that was saved in another way has one column with everything in it, or thousands. */
const columnList = (columns: readonly string[]): string => {
  const first = columns.slice(0, 20).map((name) => (name.length > 30 ? `${name.slice(0, 30)}……` : name));
  return first.join('、') + (columns.length > first.length ? `等 ${String(columns.length)} 列` : '');
};

/** Every row is drawn, and shown in a table next to the chart. */
const mostRows = 500;

const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && cell.trim() !== '' && Number.isFinite(Number(cell));
