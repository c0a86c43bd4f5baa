import { openEntry } from '../editor/open-entry.ts';
import { useEntryProblems } from '../editor/entry-problems.ts';

/**
 * The problems of one field, shown below it. Empty fields of a new entry show none, because at first everything is
 * missing.
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
