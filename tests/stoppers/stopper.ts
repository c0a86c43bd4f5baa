/** An entry that might stop the check or the build. */
export interface Stopper {
  name: string;
  /** Files by their path below the content folder. */
  files: Readonly<Record<string, string | Uint8Array>>;
  /** The folder of the entry that has it: `notices/2026/s-1`. */
  entry: string;
  /** Whether the check has to say something about it. Otherwise its page must be built. */
  refused: boolean;
}

/** What a stopper is put into: text of the body, lines of the front matter instead of those of the same name, files. */
export interface Attack {
  body?: string;
  fields?: string;
  files?: Readonly<Record<string, string | Uint8Array>>;
  slug?: string;
}

type Make = (name: string, attack: Attack, refused?: boolean) => Stopper;

let count = 0;

/** A maker of stoppers in entries of one kind. `fields` are its own lines; those of the attack replace them. */
export const stopperIn =
  (collection: string, folder: (slug: string) => string, fields: string): Make =>
  (name, attack, refused = false) => {
    const slug = attack.slug ?? `s-${String(++count)}`;
    const entry = `${collection}/${folder(slug)}`;
    const own = attack.fields ?? '';
    const replaced = new Set([...own.matchAll(/^([^\s:#-][^:\n]*):/gm)].map(([, key]) => key));
    const kept = `title: ${name.replaceAll(/["':#%&*!|>{}[\]@`,?]/g, ' ').trim()}\nslug: ${slug}\n${fields}`
      .split(/\n(?=\S)/)
      .filter((field) => !replaced.has(field.split(':', 1)[0]));
    const text = `---\n${[...kept, ...(own === '' ? [] : [own])].join('\n')}\n---\n\n${attack.body ?? '正文。'}\n`;
    const files = Object.entries(attack.files ?? {}).map(([file, content]) => [`${entry}/${file}`, content]);
    return {
      name,
      entry,
      refused,
      files: { [`${entry}/index.md`]: text, ...(Object.fromEntries(files) as Stopper['files']) },
    };
  };

const inYear = (slug: string): string => `2026/${slug}`;
const plain = (slug: string): string => slug;

export const notice = stopperIn(
  'notices',
  inYear,
  'published: 2026-03-15T09:30:00+08:00\nsummary: 摘要。\norgs:\n  - shequ',
);
export const material = stopperIn('materials', plain, 'kind: law\npublished: 2026-03-15');
export const event = stopperIn(
  'events',
  inYear,
  'published: 2026-03-15T09:30:00+08:00\nstate: confirmed\nstart: 2026-03-16T09:30:00+08:00\nplace: 广场\nsummary: 摘要。\norgs:\n  - shequ',
);
export const clipping = stopperIn(
  'clippings',
  plain,
  'org: shequ\npublished: 2026-03-15\nurl: https://example.cn/1\ntaken: 2026-03-16\nsummary: 摘要。\nreviewer: 宣传员',
);
export const survey = stopperIn(
  'documents',
  plain,
  'kind: survey\nsummary: 摘要。\norg: shequ\nissued: 2026-03-01\npublished: 2026-03-02\nsignedBy:\n  - shequ\nsigned: 2026-03-01\nvalidity: current\nmethod: 入户。\nsampleSize: 10\nsurveyFrom: 2026-02-01\nsurveyUntil: 2026-02-02\ndata:\n  src: data.csv\n  title: 数据\ncharts:\n  - title: 图\n    kind: bar\n    labels: 项\n    values: 数\n    text: 结论。',
);

export const learningPath = stopperIn(
  'paths',
  plain,
  'published: 2026-03-15\nsummary: 摘要。\naudience: 新来的人\noutcomes:\n  - text: 能说清一件事',
);

export const attached = (src: string): string =>
  `attachments:\n  - src: ${JSON.stringify(src)}\n    title: 表`;
