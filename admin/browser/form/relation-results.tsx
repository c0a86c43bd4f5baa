import type { RelationSearch } from './relation-search.ts';
import type { RelationTarget } from './relation-targets.ts';

interface Props {
  id: string;
  label: string;
  noun: string;
  search: RelationSearch;
  chosen: readonly string[];
  onChoose: (target: RelationTarget) => void;
  onClose: () => void;
}

/** The search results of a relation field, with a status message. */
export function RelationResults({ id, label, noun, search, chosen, onChoose, onClose }: Props) {
  const { found, error, showMore } = search;
  const offered = (found?.targets ?? []).filter(({ slug }) => !chosen.includes(slug));
  return (
    <>
      {/* Always rendered: screen readers do not announce a live region that is added with its text. */}
      <p id={id} role="status" className="desk-relation__status">
        {error ?? (found ? statusMessage(offered.length, found.more, noun, search.words.trim()) : '')}
      </p>
      {found === undefined ? null : (
        <ul className="desk-relation__found" aria-label={`${label}：可以选的${noun}`}>
          {offered.map((target) => (
            <li key={target.slug}>
              <button
                type="button"
                onClick={() => {
                  onChoose(target);
                }}
              >
                {target.title}
              </button>
            </li>
          ))}
          <li className="desk-relation__close">
            {showMore ? (
              <button type="button" onClick={showMore}>
                多显示一些
              </button>
            ) : null}
            <button type="button" onClick={onClose}>
              收起
            </button>
          </li>
        </ul>
      )}
    </>
  );
}

function statusMessage(offered: number, more: number, noun: string, words: string): string {
  if (more > 0) return `还有 ${String(more)} 条，请再多打几个字。`;
  if (offered > 0) return '';
  return words === '' ? `没有别的${noun}可选。` : `没有找到含“${words}”的${noun}。`;
}
