import type { Attachment, Field, FieldOf, Kind, Picture } from '../../../src/model/fields.ts';
import { fileAddress } from './added-files.ts';
import { useTitles } from '../form/relation-targets.ts';

type Values = Readonly<Record<string, unknown>>;

export const hasValue = (field: Field, value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  (!Array.isArray(value) || value.length > 0) &&
  (field.kind !== 'picture' || (value as Picture).src !== '');

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

type Display<K extends Kind> = (field: FieldOf<K>, value: unknown) => React.ReactNode;

function Titles({ to, slugs }: { to: string; slugs: string[] }) {
  const titles = useTitles(to, slugs);
  return slugs.map((slug) => titles.get(slug) ?? slug).join('、');
}

/** How a value is displayed, one line for each kind. */
const displayByKind: { [K in Kind]: Display<K> } = {
  text: (_, value) => String(value),
  longText: (_, value) => String(value),
  slug: (_, value) => String(value),
  choice: ({ options }, value) =>
    asList(value)
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
    asList(value)
      .map((each) => (each as Attachment).title)
      .join('、'),
  relation: ({ to }, value) => <Titles to={to} slugs={asList(value).map(String)} />,
  parts: ({ fields }, value) => (
    <ul className="desk-preview__parts">
      {asList(value).map((part, index) => (
        <li key={index}>
          {Object.entries(fields)
            .filter(([name, field]) => hasValue(field, (part as Values)[name]))
            .map(([name, field]) => (
              <div key={name}>
                {field.label}：{displayValue(field, (part as Values)[name])}
              </div>
            ))}
        </li>
      ))}
    </ul>
  ),
  markdown: () => null,
};

export const displayValue = (field: Field, value: unknown): React.ReactNode =>
  (displayByKind[field.kind] as (field: Field, value: unknown) => React.ReactNode)(field, value);

/** `2026年1月31日` */
const day = (text: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  return date === undefined ? text : `${String(year)}年${String(Number(month))}月${String(Number(date))}日`;
};
