import { isMap, isScalar, isSeq, visit } from 'yaml';
import type { Node } from 'yaml';
import { harmfulIn } from '../text/characters.ts';
import type { Attachment, Field, FieldOf, Fields, Kind } from '../fields.ts';
import { pictureKindFault } from '../files/file-facts.ts';
import { isDay, isMoment } from '../calendar-days.ts';
import { inPart, partPlace, quoted } from '../problems.ts';
import { isBlank, plain, readMany, readPair, readText, scalarText } from './read-value.ts';
import type { ReportAt } from './read-value.ts';
import { formatFault } from './text-format.ts';

/** Reads the value of a field, or reports what is wrong and returns undefined. `where` is the place of its part. */
type Read<K extends Kind> = (field: FieldOf<K>, node: Node, report: ReportAt, where: string) => unknown;

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const readers: { [K in Kind]: Read<K> } = {
  text(field, node, report) {
    const value = readText(field, node, report);
    if (value === undefined) return undefined;
    if (value.includes('\n')) {
      report(
        node,
        field.label,
        `“${field.label}”只能写一行，现在有 ${String(value.split('\n').length)} 行。`,
      );
      return undefined;
    }
    const fault = formatFault(field, value);
    if (fault !== undefined) {
      report(node, field.label, fault);
      return undefined;
    }
    return value;
  },
  longText: (field, node, report) => readText(field, node, report),
  slug(field, node, report) {
    const value = readText(field, node, report);
    if (value === undefined) return undefined;
    if (slugPattern.test(value) && value.length <= 60) return value;
    report(
      node,
      field.label,
      `“${field.label}”只能用小写字母、数字和短横，不超过 60 个字符，现在是${quoted(value)}，可以写成 0315-lianxi-huiyi 这样。`,
    );
    return undefined;
  },
  choice(field, node, report) {
    const one = (item: Node): string | undefined => {
      const value = scalarText(item);
      if (value !== undefined && Object.hasOwn(field.options, value)) return value;
      // The label was written instead of the stored value.
      const meant = Object.entries(field.options).find(([, name]) => name === value)?.[0];
      if (meant !== undefined) {
        report(item, field.label, `“${field.label}”选“${value ?? ''}”，文件里请写“${meant}”。`);
        return undefined;
      }
      report(
        item,
        field.label,
        `“${field.label}”里没有${quoted(plain(item))}这一项，请从这些里选：${Object.values(field.options).join('、')}。`,
      );
      return undefined;
    };
    return field.many ? readMany(field, node, report, one) : one(node);
  },
  number(field, node, report) {
    const value = isScalar(node) ? node.value : undefined;
    const unit = field.unit === undefined ? '' : ` ${field.unit}`;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      report(node, field.label, `“${field.label}”要写成数字，不带单位和逗号，现在是${quoted(plain(node))}。`);
      return undefined;
    }
    if (field.whole && !Number.isInteger(value)) {
      report(node, field.label, `“${field.label}”要写成整数，现在是 ${String(value)}。`);
      return undefined;
    }
    if ((field.min !== undefined && value < field.min) || (field.max !== undefined && value > field.max)) {
      const range = [
        field.min === undefined ? '' : `不小于 ${String(field.min)}${unit}`,
        field.max === undefined ? '' : `不大于 ${String(field.max)}${unit}`,
      ].filter(Boolean);
      report(node, field.label, `“${field.label}”应${range.join('、')}，现在是 ${String(value)}${unit}。`);
      return undefined;
    }
    return value;
  },
  day(field, node, report) {
    const value = scalarText(node);
    if (value !== undefined && isDay(value)) return value;
    report(
      node,
      field.label,
      `请把“${field.label}”写成 2026-01-31 这样的日期，现在是${quoted(plain(node))}。`,
    );
    return undefined;
  },
  moment(field, node, report) {
    const value = scalarText(node);
    if (value !== undefined && isMoment(value)) return value;
    report(
      node,
      field.label,
      `请把“${field.label}”写成 2026-01-31T09:30:00+08:00 这样的日期和时间，现在是${quoted(plain(node))}。`,
    );
    return undefined;
  },
  boolean(field, node, report) {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    report(
      node,
      field.label,
      `“${field.label}”要么打开，要么不填，现在是${quoted(plain(node))}，打开请写“true”。`,
    );
    return undefined;
  },
  picture(field, node, report) {
    const value = readPair(
      field,
      node,
      report,
      'alt',
      '替代文字',
      '请用一句话写明图上有什么，给看不见图的读者',
    );
    const fault = value && pictureKindFault(value.src);
    if (fault === undefined) return value;
    report(node, field.label, `“${field.label}”的${fault}`);
    return undefined;
  },
  file(field, node, report) {
    const one = (item: Node): Attachment | undefined => {
      const value = readPair(field, item, report, 'title', '名称', '请写上读者看到的文件名称');
      if (value === undefined) return undefined;
      const extension = value.src.split('.').at(-1)?.toLowerCase() ?? '';
      if (field.extensions.includes(extension)) return value;
      const allowed = field.extensions.join('、');
      report(item, field.label, `“${field.label}”只能是 ${allowed} 文件，现在是${quoted(value.src)}。`);
      return undefined;
    };
    return field.many ? readMany(field, node, report, one) : one(node);
  },
  relation(field, node, report) {
    const one = (item: Node): string | undefined => {
      const value = scalarText(item);
      if (value !== undefined && value !== '') return value;
      report(item, field.label, `“${field.label}”要写对方的网址名，现在是${quoted(plain(item))}。`);
      return undefined;
    };
    return field.many ? readMany(field, node, report, one) : one(node);
  },
  parts(field, node, reportInPart, where) {
    const report = reportingIn(where, reportInPart);
    if (!isSeq(node)) {
      report(node, field.label, `“${field.label}”要一项一项地列出来，现在是${quoted(plain(node))}。`);
      return undefined;
    }
    const count = node.items.length;
    if (field.max !== undefined && count > field.max) {
      report(node, field.label, `“${field.label}”最多 ${String(field.max)} 项，现在有 ${String(count)} 项。`);
    }
    if (field.min !== undefined && count < field.min) {
      report(node, field.label, `“${field.label}”至少 ${String(field.min)} 项，现在有 ${String(count)} 项。`);
    }
    return node.items.map((item, index) =>
      readFields(field.fields, item as Node, reportInPart, partPlace(field.label, index, where)),
    );
  },
  markdown(field, node, report) {
    report(node, field.label, `“${field.label}”请写在两条 --- 线的下面，不要写在上面。`);
    return undefined;
  },
};

/** Reads a value with the reader for its kind. */
function readField(field: Field, node: Node, report: ReportAt, where: string): unknown {
  if (field.kind !== 'parts' && reportHarmful(field, node, report)) return undefined;
  const read = readers[field.kind] as Read<Kind>;
  return read(field as FieldOf<Kind>, node, report, where);
}

/** Reports each harmful character in a value, and whether there was one. */
function reportHarmful({ label }: Field, value: Node, report: ReportAt): boolean {
  let found = false;
  visit(value, {
    Scalar(_, node) {
      const message = typeof node.value === 'string' ? harmfulIn(node.value) : undefined;
      if (message === undefined) return;
      found = true;
      report(node, label, `“${label}”里${message}`);
    },
  });
  return found;
}

/** Reads a map of fields and reports every problem in it, including unknown and missing fields. */
export function readFields(
  fields: Fields,
  node: Node,
  report: ReportAt,
  where = '',
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const place = where === '' ? '' : `${where}里`;
  const reportHere = reportingIn(where, report);
  if (!isMap(node)) {
    report(node, where, `${place}要写成“名称: 内容”的样子，现在是${quoted(plain(node))}。`);
    return values;
  }
  const seen = new Set<string>();
  for (const pair of node.items) {
    const key = scalarText(pair.key as Node) ?? '';
    const field = fields[key];
    seen.add(key);
    const meant = Object.entries(fields).find(
      ([name, { label }]) => label === key || name.toLowerCase() === key.normalize('NFKC').toLowerCase(),
    )?.[0];
    if (!field && meant !== undefined) {
      seen.add(meant);
      const rest = isScalar(pair.value) ? ` ${String(plain(pair.value))}` : '';
      report(pair.key as Node, key, `${place}“${key}”在文件里要写成“${meant}”，请写成“${meant}:${rest}”。`);
    } else if (!field) {
      const known = Object.values(fields)
        .filter(({ byDesk }) => !byDesk)
        .map(({ label }) => label);
      report(pair.key as Node, key, `${place}不认识“${key}”这一项，可以写的有：${known.join('、')}。`);
    } else if (pair.value === null || isBlank(pair.value as Node)) {
      if (!field.optional) report(pair.key as Node, field.label, missing(field, place));
    } else {
      const value = readField(field, pair.value as Node, field.kind === 'parts' ? report : reportHere, where);
      if (value !== undefined) values[key] = value;
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'markdown' || field.optional || seen.has(name)) continue;
    report(node, field.label, missing(field, place));
  }
  return values;
}

/** Adds the place of the part to each message. */
const reportingIn =
  (where: string, report: ReportAt): ReportAt =>
  (node, label, message) => {
    report(node, label, inPart(where, message));
  };

function missing(field: Field, place: string): string {
  return `${place}缺少“${field.label}”，请填写${field.hint ? `：${field.hint}` : ''}。`;
}
