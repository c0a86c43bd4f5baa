import { useEffect, useState } from 'react';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { readEntryValues } from '../../src/model/entry-file.ts';
import { askStore } from './ask.ts';
import type { ControlProps } from './control.tsx';

interface Target {
  slug: string;
  title: string;
}

/** The server searches: a collection can hold thousands of texts. */
async function find(to: string, request: { search?: string; filter?: object }): Promise<Target[]> {
  if (!isCollectionName(to)) throw new Error(`Unknown collection "${to}".`);
  const collection = collectionOf(to);
  const { entries } = await askStore<{ entries: { data: string }[] }>('entriesByFolder', {
    folder: `content/${to}`,
    extension: 'md',
    depth: 3,
    page: 1,
    pageSize: 20,
    ...request,
  });
  return entries.map(({ data }) => {
    const values = readEntryValues(collection, data);
    return { slug: String(values['slug']), title: String(values[collection.title]) };
  });
}

const titles = new Map<string, string>();

/** Titles of the entries pointed at. A slug nobody answers to is shown as it is; the checker says what is wrong. */
function useTitles(to: string, slugs: readonly string[]): ReadonlyMap<string, string> {
  const [, setFound] = useState(0);
  const missing = slugs.filter((slug) => !titles.has(`${to}/${slug}`)).join(' ');
  useEffect(() => {
    for (const slug of missing.split(' ').filter(Boolean)) {
      titles.set(`${to}/${slug}`, slug);
      void find(to, { filter: { slug } }).then(([target]) => {
        if (target) titles.set(`${to}/${slug}`, target.title);
        setFound((count) => count + 1);
      });
    }
  }, [to, missing]);
  return new Map(slugs.map((slug) => [slug, titles.get(`${to}/${slug}`) ?? slug]));
}

interface Options {
  collection: string;
  multiple?: true;
}

/** Points at one or more entries of another collection, found by a few characters of their text. */
export function RelationControl(props: ControlProps<string | string[], Options>) {
  const { id, label, className, value, options, onChange, onFocus, onBlur } = props;
  const { collection: to, multiple } = options;
  const chosen = value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
  const names = useTitles(to, chosen);
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Target[]>();
  const change = (next: string[]): void => {
    onChange(multiple ? next : next[0]);
  };

  useEffect(() => {
    if (found === undefined && words === '') return undefined;
    const timer = setTimeout(() => {
      void find(to, words === '' ? {} : { search: words }).then(setFound);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
    // Once it is open, the list follows the words alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [to, words]);

  const open = (): void => {
    onFocus();
    if (found === undefined) void find(to, {}).then(setFound);
  };
  const offered = (found ?? []).filter(({ slug }) => !chosen.includes(slug));
  const noun = isCollectionName(to) ? collectionOf(to).label : to;
  return (
    <div className={`${className} desk-relation`} role="group" aria-label={label}>
      {chosen.length > 0 ? (
        <ul className="desk-relation__chosen">
          {chosen.map((slug) => (
            <li key={slug}>
              {names.get(slug)}
              <button
                type="button"
                aria-label={`移除${names.get(slug) ?? slug}`}
                onClick={() => {
                  change(chosen.filter((each) => each !== slug));
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        id={id}
        type="search"
        placeholder={`输入几个字，查找${noun}`}
        value={words}
        aria-describedby={`${id}-problems`}
        onChange={(event) => {
          setWords(event.target.value);
        }}
        onFocus={open}
        onBlur={onBlur}
      />
      {found === undefined ? null : (
        <ul className="desk-relation__found" aria-label={`${label}：可以选的${noun}`}>
          {offered.map(({ slug, title }) => (
            <li key={slug}>
              <button
                type="button"
                onClick={() => {
                  titles.set(`${to}/${slug}`, title);
                  change(multiple ? [...chosen, slug] : [slug]);
                  setFound(undefined);
                  setWords('');
                }}
              >
                {title}
              </button>
            </li>
          ))}
          {offered.length === 0 ? <li className="desk-relation__none">没有别的{noun}可选</li> : null}
          <li>
            <button
              type="button"
              className="desk-relation__close"
              onClick={() => {
                setFound(undefined);
                setWords('');
              }}
            >
              收起
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
