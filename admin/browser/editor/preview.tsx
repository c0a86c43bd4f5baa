import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Map } from 'immutable';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { collectionOf, isCollectionName } from '../../../src/model/collections.ts';
import type { Collection } from '../../../src/model/define-collection.ts';
import { escapeHtml } from '../../../src/html/escape-html.ts';
import { fileAddress } from './added-files.ts';
import { useEntryProblems } from './entry-problems.ts';
import { bodyLocation } from './problem-location.ts';
import { registerSaveShortcut } from './save-shortcut.ts';
import { hasValue, displayValue } from './preview-values.tsx';

type Values = Readonly<Record<string, unknown>>;

interface PreviewProps {
  entry: Map<string, unknown>;
  collection: Map<string, unknown>;
}

/** The entry as readers will see it, with the renderer and the styles of the site. */
export function EntryPreview({ entry, collection }: PreviewProps) {
  const name = String(collection.get('name'));
  const data = useDeferredValue(entry.get('data') as Map<string, unknown>);
  const values = useMemo(() => data.toJS() as Values, [data]);
  if (!isCollectionName(name)) return null;
  return <EntryArticle collection={collectionOf(name)} values={values} />;
}

function EntryArticle({ collection, values }: { collection: Collection; values: Values }) {
  const body = textIn(values, 'body');
  const html = useMemo(() => renderMarkdown(body, { picture: pictureAttributes }).html, [body]);
  const facts = Object.entries(collection.fields).filter(
    ([name, field]) => !['title', 'slug', 'summary', 'body'].includes(name) && hasValue(field, values[name]),
  );
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    const frame = article.current?.ownerDocument.defaultView;
    return frame ? registerSaveShortcut(frame) : undefined;
  }, []);
  return (
    <article ref={article} className="desk-preview" lang="zh-CN">
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
              <dd>{displayValue(field, values[name])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}

/** All problems that prevent publishing, in the order of the file. */
function Problems() {
  const problems = useEntryProblems();
  if (problems.length === 0) return null;
  return (
    <details className="desk-preview__problems" open={problems.length <= 5}>
      <summary>发布前还有 {problems.length} 处要修改</summary>
      <ol>
        {problems.map((problem) => (
          <li key={`${String(problem.line)} ${problem.message}`}>
            {bodyLocation(problem)}
            {problem.message}
          </li>
        ))}
      </ol>
    </details>
  );
}

const textIn = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

const pictureAttributes = ({ src, alt }: { src: string; alt: string }): string =>
  `src="${escapeHtml(fileAddress(src))}" alt="${escapeHtml(alt)}"`;
