import { useEffect, useState } from 'react';
import { collectionOf, isCollectionName } from '../../src/model/collections.ts';
import type { ControlProps } from './control.tsx';
import { findTargets, rememberTitle, useTitles } from './relation-targets.ts';
import type { Target } from './relation-targets.ts';

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
      void findTargets(to, words === '' ? {} : { search: words }).then(setFound);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
    // Once it is open, the list follows the words alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [to, words]);

  const open = (): void => {
    onFocus();
    if (found === undefined) void findTargets(to, {}).then(setFound);
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
                  rememberTitle(to, slug, title);
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
