import { useId, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { suggestionAddress, suggestTitles } from '../../search/query/suggestions.ts';
import type { Suggestion } from '../../search/query/suggestions.ts';
import { openSearchIndex } from '../../search/engine/search-index.ts';
import { inSameView } from '../same-view.ts';

interface Props {
  base: string;
  /** The query of the address. Going back or forward replaces the typed text by it. */
  query: string;
  /** What was typed before this form replaced the plain one. */
  typed: string;
  onAsk: (query: string) => void;
}

/** The form, with suggested titles while typing, but not while an input method is composing. */
export function SearchForm({ base, query, typed, onAsk }: Props) {
  const [text, setText] = useState(typed === '' ? query : typed);
  const [offered, setOffered] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  /** The titles could not be loaded, which is not the same as no suggestion. */
  const [isWithoutTitles, setWithoutTitles] = useState(false);
  const newest = useRef(0);
  const composing = useRef(false);
  const list = useId();

  // Going back or forward changes the query from outside.
  const [asked, setAsked] = useState(query);
  if (asked !== query) {
    setAsked(query);
    setText(query);
    setOffered([]);
  }

  function close(): void {
    newest.current++;
    setOffered([]);
    setActive(-1);
    setWithoutTitles(false);
  }

  async function offer(typed: string): Promise<void> {
    const turn = ++newest.current;
    const found = await suggestTitles(typed, base).catch(() => undefined);
    if (turn !== newest.current) return;
    setOffered(found ?? []);
    setWithoutTitles(found === undefined);
    setActive(-1);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (composing.current) return;
    close();
    onAsk(text.trim());
  }

  async function open(suggestion: Suggestion): Promise<void> {
    setText(suggestion.title);
    close();
    // Without its address, search for the title instead: that may still find the page.
    const address = await suggestionAddress(suggestion, base).catch(() => undefined);
    if (address === undefined) onAsk(suggestion.title);
    else location.assign(inSameView(address));
  }

  function press(event: KeyboardEvent): void {
    // 229: Safari ends the composition before it sends the key that ended it.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || offered.length === 0) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? offered.length - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen) void open(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <form
      className="search-form search-form--offering"
      role="search"
      aria-label="搜索全站"
      action={inSameView(`${base}search/`)}
      onSubmit={submit}
    >
      <label className="search-form__label" htmlFor="q">
        搜索全站
      </label>
      <input
        id="q"
        className="search-form__input"
        name="q"
        type="search"
        value={text}
        autoComplete="off"
        enterKeyHint="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-activedescendant={active < 0 ? undefined : `${list}-${String(active)}`}
        onFocus={() => {
          // Load the catalogue of titles while the reader begins to type.
          openSearchIndex(base).catch(() => undefined);
        }}
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.current) void offer(event.target.value);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          void offer(event.currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <button className="search-form__button" type="submit">
        搜索
      </button>
      <p className="search-form__note" aria-live="polite">
        {isWithoutTitles && '标题提示现在取不到，打完字可以直接按“搜索”。'}
      </p>
      <ul id={list} className="search-offers" role="listbox" aria-label="标题" hidden={offered.length === 0}>
        {offered.map((suggestion, index) => (
          <li
            key={suggestion.page}
            id={`${list}-${String(index)}`}
            className="search-offer"
            role="option"
            aria-selected={index === active}
            // Otherwise the field would lose the focus, and the list would close.
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => void open(suggestion)}
          >
            {suggestion.title}
          </li>
        ))}
      </ul>
    </form>
  );
}
