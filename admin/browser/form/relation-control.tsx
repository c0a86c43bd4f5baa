import { useRef } from 'react';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { ControlProps } from './control.tsx';
import { RelationResults } from './relation-results.tsx';
import { useRelationSearch } from './relation-search.ts';
import { rememberTitle, useTitles } from './relation-targets.ts';

interface RelationOptions {
  collection: string;
  multiple?: true;
}

/** Selects one or more entries of another collection by searching titles and texts. */
export function RelationControl(props: ControlProps<string | string[], RelationOptions>) {
  const { id, label, className, value, options, onChange, onFocus, onBlur } = props;
  const { collection: to, multiple } = options;
  const chosen = value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
  const names = useTitles(to, chosen);
  const search = useRelationSearch(to);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const staysClosed = useRef(false);
  const change = (next: string[]): void => {
    onChange(multiple ? next : next[0]);
  };
  /** Closing the list removes the focused button, so the focus moves to the input. */
  const closeResults = (): void => {
    search.close();
    staysClosed.current = true;
    input.current?.focus();
    staysClosed.current = false;
  };
  const noun = isCollectionName(to) ? collectionOf(to).label : to;
  return (
    <div
      ref={box}
      className={`${className} desk-relation`}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && search.found) closeResults();
        else if (box.current && moveFocus(box.current, event.key)) event.preventDefault();
      }}
    >
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
        ref={input}
        id={id}
        type="search"
        placeholder={`输入几个字，查找${noun}`}
        value={search.words}
        aria-describedby={`${id}-problems ${id}-found`}
        onChange={(event) => {
          search.type(event.target.value, !(event.nativeEvent as InputEvent).isComposing);
        }}
        onCompositionEnd={(event) => {
          search.type(event.currentTarget.value, true);
        }}
        onFocus={() => {
          onFocus();
          if (!staysClosed.current) search.open();
        }}
        onBlur={onBlur}
      />
      <RelationResults
        id={`${id}-found`}
        label={label}
        noun={noun}
        search={search}
        chosen={chosen}
        onChoose={({ slug, title }) => {
          rememberTitle(to, slug, title);
          change(multiple ? [...chosen, slug] : [slug]);
          closeResults();
        }}
        onClose={closeResults}
      />
    </div>
  );
}

/** Moves the focus between the input and the results with the arrow keys. */
function moveFocus(box: HTMLElement, key: string): boolean {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined) return false;
  const stops = [...box.querySelectorAll<HTMLElement>('input, .desk-relation__found button')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  next?.focus();
  return next !== undefined;
}
