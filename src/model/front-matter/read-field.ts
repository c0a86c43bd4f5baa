import { isMap, isScalar, isSeq, visit } from 'yaml';
import type { Node } from 'yaml';
import { harmfulIn } from '../text/characters.ts';
import { textFormats } from '../fields.ts';
import type { Attachment, Field, FieldOf, Fields, Kind } from '../fields.ts';
import { pictureKindFault } from '../files/file-facts.ts';
import { isDay, isMoment } from '../calendar-days.ts';
import { inPart, partPlace, quoted } from '../problems.ts';
import { isBlank, plain, readMany, readPair, readText, scalarText } from './read-value.ts';
import type { ReportAt } from './read-value.ts';

/** The value a field holds, or undefined after saying what is wrong with it. `where`: the part it stands in. */
type Read<K extends Kind> = (field: FieldOf<K>, node: Node, say: ReportAt, where: string) => unknown;

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const readers: { [K in Kind]: Read<K> } = {
  text(field, node, say) {
    const value = readText(field, node, say);
    if (value === undefined) return undefined;
    if (value.includes('\n')) {
      say(node, field.label, `“${field.label}”只能写一行，现在有 ${String(value.split('\n').length)} 行。`);
      return undefined;
    }
    const format = field.format && textFormats[field.format];
    if (format && !format.pattern.test(value)) {
      say(node, field.label, `“${field.label}”要写成${format.say}，现在是${quoted(value)}。`);
      return undefined;
    }
    return value;
  },
  longText: (field, node, say) => readText(field, node, say),
  slug(field, node, say) {
    const value = readText(field, node, say);
    if (value === undefined) return undefined;
    if (slugPattern.test(value) && value.length <= 60) return value;
    say(
      node,
      field.label,
      `“${field.label}”只能用小写字母、数字和短横，不超过 60 个字符，现在是${quoted(value)}，可以写成 0315-lianxi-huiyi 这样。`,
    );
    return undefined;
  },
  choice(field, node, say) {
    const one = (item: Node): string | undefined => {
      const value = scalarText(item);
      if (value !== undefined && Object.hasOwn(field.options, value)) return value;
      // Written by hand, by the name people see.
      const meant = Object.entries(field.options).find(([, name]) => name === value)?.[0];
      if (meant !== undefined) {
        say(item, field.label, `“${field.label}”选“${value ?? ''}”，文件里请写“${meant}”。`);
        return undefined;
      }
      say(
        item,
        field.label,
        `“${field.label}”里没有${quoted(plain(item))}这一项，请从这些里选：${Object.values(field.options).join('、')}。`,
      );
      return undefined;
    };
    return field.many ? readMany(field, node, say, one) : one(node);
  },
  number(field, node, say) {
    const value = isScalar(node) ? node.value : undefined;
    const unit = field.unit === undefined ? '' : ` ${field.unit}`;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      say(node, field.label, `“${field.label}”要写成数字，不带单位和逗号，现在是${quoted(plain(node))}。`);
      return undefined;
    }
    if (field.whole && !Number.isInteger(value)) {
      say(node, field.label, `“${field.label}”要写成整数，现在是 ${String(value)}。`);
      return undefined;
    }
    if ((field.min !== undefined && value < field.min) || (field.max !== undefined && value > field.max)) {
      const range = [
        field.min === undefined ? '' : `不小于 ${String(field.min)}${unit}`,
        field.max === undefined ? '' : `不大于 ${String(field.max)}${unit}`,
      ].filter(Boolean);
      say(node, field.label, `“${field.label}”应${range.join('、')}，现在是 ${String(value)}${unit}。`);
      return undefined;
    }
    return value;
  },
  day(field, node, say) {
    const value = scalarText(node);
    if (value !== undefined && isDay(value)) return value;
    say(node, field.label, `请把“${field.label}”写成 2026-01-31 这样的日期，现在是${quoted(plain(node))}。`);
    return undefined;
  },
  moment(field, node, say) {
    const value = scalarText(node);
    if (value !== undefined && isMoment(value)) return value;
    say(
      node,
      field.label,
      `请把“${field.label}”写成 2026-01-31T09:30:00+08:00 这样的日期和时间，现在是${quoted(plain(node))}。`,
    );
    return undefined;
  },
  boolean(field, node, say) {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    say(
      node,
      field.label,
      `“${field.label}”要么打开，要么不填，现在是${quoted(plain(node))}，打开请写“true”。`,
    );
    return undefined;
  },
  picture(field, node, say) {
    const value = readPair(field, node, say, 'alt', '替代文字', '请用一句话写明图上有什么，给看不见图的读者');
    const fault = value && pictureKindFault(value.src);
    if (fault === undefined) return value;
    say(node, field.label, `“${field.label}”的${fault}`);
    return undefined;
  },
  file(field, node, say) {
    const one = (item: Node): Attachment | undefined => {
      const value = readPair(field, item, say, 'title', '名称', '请写上读者看到的文件名称');
      if (value === undefined) return undefined;
      const extension = value.src.split('.').at(-1)?.toLowerCase() ?? '';
      if (field.extensions.includes(extension)) return value;
      const allowed = field.extensions.join('、');
      say(item, field.label, `“${field.label}”只能是 ${allowed} 文件，现在是${quoted(value.src)}。`);
      return undefined;
    };
    return field.many ? readMany(field, node, say, one) : one(node);
  },
  relation(field, node, say) {
    const one = (item: Node): string | undefined => {
      const value = scalarText(item);
      if (value !== undefined && value !== '') return value;
      say(item, field.label, `“${field.label}”要写对方的网址名，现在是${quoted(plain(item))}。`);
      return undefined;
    };
    return field.many ? readMany(field, node, say, one) : one(node);
  },
  parts(field, node, sayOfPart, where) {
    const say = sayingIn(where, sayOfPart);
    if (!isSeq(node)) {
      say(node, field.label, `“${field.label}”要一项一项地列出来，现在是${quoted(plain(node))}。`);
      return undefined;
    }
    const count = node.items.length;
    if (field.max !== undefined && count > field.max) {
      say(node, field.label, `“${field.label}”最多 ${String(field.max)} 项，现在有 ${String(count)} 项。`);
    }
    if (field.min !== undefined && count < field.min) {
      say(node, field.label, `“${field.label}”至少 ${String(field.min)} 项，现在有 ${String(count)} 项。`);
    }
    return node.items.map((item, index) =>
      readFields(field.fields, item as Node, sayOfPart, partPlace(field.label, index, where)),
    );
  },
  markdown(field, node, say) {
    say(node, field.label, `“${field.label}”请写在两条 --- 线的下面，不要写在上面。`);
    return undefined;
  },
};

/** Reads one value. The kind picks the reader; the table above has one for each. */
function readField(field: Field, node: Node, say: ReportAt, where: string): unknown {
  if (field.kind !== 'parts' && saysHarmful(field, node, say)) return undefined;
  const read = readers[field.kind] as Read<Kind>;
  return read(field as FieldOf<Kind>, node, say, where);
}

/** Whether a value, or one in it, holds what readers would not see as the editor does; it is said of each. */
function saysHarmful({ label }: Field, value: Node, say: ReportAt): boolean {
  let any = false;
  visit(value, {
    Scalar(_, node) {
      const said = typeof node.value === 'string' ? harmfulIn(node.value) : undefined;
      if (said === undefined) return;
      any = true;
      say(node, label, `“${label}”里${said}`);
    },
  });
  return any;
}

/** Reads a map of fields: every problem in it, unknown names and missing ones included. */
export function readFields(fields: Fields, node: Node, say: ReportAt, where = ''): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const place = where === '' ? '' : `${where}里`;
  const sayIn = sayingIn(where, say);
  if (!isMap(node)) {
    say(node, where, `${place}要写成“名称: 内容”的样子，现在是${quoted(plain(node))}。`);
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
      say(pair.key as Node, key, `${place}“${key}”在文件里要写成“${meant}”，请写成“${meant}:${rest}”。`);
    } else if (!field) {
      const known = Object.values(fields)
        .filter(({ byDesk }) => !byDesk)
        .map(({ label }) => label);
      say(pair.key as Node, key, `${place}不认识“${key}”这一项，可以写的有：${known.join('、')}。`);
    } else if (pair.value === null || isBlank(pair.value as Node)) {
      if (!field.optional) say(pair.key as Node, field.label, missing(field, place));
    } else {
      const value = readField(field, pair.value as Node, field.kind === 'parts' ? say : sayIn, where);
      if (value !== undefined) values[key] = value;
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'markdown' || field.optional || seen.has(name)) continue;
    say(node, field.label, missing(field, place));
  }
  return values;
}

/** Sentences about a part name it. */
const sayingIn =
  (where: string, say: ReportAt): ReportAt =>
  (node, label, message) => {
    say(node, label, inPart(where, message));
  };

function missing(field: Field, place: string): string {
  return `${place}缺少“${field.label}”，请填写${field.hint ? `：${field.hint}` : ''}。`;
}
