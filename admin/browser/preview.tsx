import { useDeferredValue, useMemo } from 'react';
import type { Map } from 'immutable';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import type { Collection } from '../../src/model/collection.ts';
import type { Attachment, Field, FieldOf, Kind, Picture } from '../../src/model/fields.ts';
import { fileAddress } from './added-files.ts';
import { useEntryProblems } from './entry-problems.ts';

type Values = Readonly<Record<string, unknown>>;

interface PreviewProps {
  entry: Map<string, unknown>;
  collection: Map<string, unknown>;
}

/** The entry as readers will see it: the site's renderer and the site's styles. */
export function EntryPreview({ entry, collection }: PreviewProps) {
  const name = String(collection.get('name'));
  const data = useDeferredValue(entry.get('data') as Map<string, unknown>);
  const values = useMemo(() => data.toJS() as Values, [data]);
  if (!isCollectionName(name)) return null;
  return <Text collection={collectionOf(name)} values={values} />;
}

function Text({ collection, values }: { collection: Collection; values: Values }) {
  const body = textIn(values, 'body');
  const html = useMemo(() => renderMarkdown(body, { picture: pictureAttributes }).html, [body]);
  const facts = Object.entries(collection.fields).filter(
    ([name, field]) => !['title', 'slug', 'summary', 'body'].includes(name) && hasValue(field, values[name]),
  );
  return (
    <main className="desk-preview" lang="zh-CN">
      <Problems />
      <p className="desk-preview__section">{collection.label}</p>
      <h1>{textIn(values, collection.title) || '（还没有标题）'}</h1>
      {textIn(values, 'summary') ? (
        <p className="desk-preview__summary">{textIn(values, 'summary')}</p>
      ) : null}
      {facts.length > 0 ? (
        <dl className="desk-preview__facts">
          {facts.map(([name, field]) => (
            <div key={name}>
              <dt>{field.label}</dt>
              <dd>{shownOf(field, values[name])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}

/** Everything that stands between this text and its publication, in the order of the file. */
function Problems() {
  const { problems } = useEntryProblems();
  if (problems.length === 0) return null;
  return (
    <details className="desk-preview__problems">
      <summary>发布前还有 {problems.length} 处要修改</summary>
      <ol>
        {problems.map(({ line, message }) => (
          <li key={`${String(line)} ${message}`}>{message}</li>
        ))}
      </ol>
    </details>
  );
}

const textIn = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

const hasValue = (field: Field, value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  (!Array.isArray(value) || value.length > 0) &&
  (field.kind !== 'picture' || (value as Picture).src !== '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const pictureAttributes = ({ src, alt }: { src: string; alt: string }): string =>
  `src="${escaped(fileAddress(src))}" alt="${escaped(alt)}"`;

const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

type Show<K extends Kind> = (field: FieldOf<K>, value: unknown) => React.ReactNode;

/** How a value is read on the page, one line per kind. */
const shows: { [K in Kind]: Show<K> } = {
  text: (_, value) => String(value),
  longText: (_, value) => String(value),
  slug: (_, value) => String(value),
  choice: ({ options }, value) =>
    all(value)
      .map((each) => options[String(each)] ?? String(each))
      .join('、'),
  number: ({ unit = '' }, value) => `${String(value)}${unit}`,
  day: (_, value) => day(String(value)),
  moment: (_, value) => `${day(String(value))} ${String(value).slice(11, 16)}`,
  boolean: () => '是',
  picture: (_, value) => {
    const { src, alt } = value as Picture;
    return <img src={fileAddress(src)} alt={alt} />;
  },
  file: (_, value) =>
    all(value)
      .map((each) => (each as Attachment).title)
      .join('、'),
  relation: (_, value) => all(value).join('、'),
  parts: ({ fields }, value) => (
    <ul>
      {all(value).map((part, index) => (
        <li key={index}>
          {Object.entries(fields)
            .filter(([name, field]) => hasValue(field, (part as Values)[name]))
            .map(([name, field]) => `${field.label}：${String((part as Values)[name])}`)
            .join('，')}
        </li>
      ))}
    </ul>
  ),
  markdown: () => null,
};

const shownOf = (field: Field, value: unknown): React.ReactNode =>
  (shows[field.kind] as (field: Field, value: unknown) => React.ReactNode)(field, value);

/** `2026年1月31日` */
const day = (text: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return date === undefined ? text : `${String(year)}年${String(Number(month))}月${String(Number(date))}日`;
};
