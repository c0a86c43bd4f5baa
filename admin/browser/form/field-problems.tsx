import { openEntry } from '../editor/open-entry.ts';
import { useEntryProblems } from '../editor/entry-problems.ts';

/**
 * What the checker says about one field, under it. An empty field of a text that was just begun is left in peace:
 * nobody needs to hear at once that everything is missing.
 */
export function FieldProblems({ label, empty, id }: { label: string; empty: boolean; id: string }) {
  const problems = useEntryProblems();
  const own = problems.filter((problem) => problem.label === label);
  if (own.length === 0 || (empty && openEntry()?.slug === '')) return null;
  return (
    <ul className="desk-problems" id={`${id}-problems`}>
      {own.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
