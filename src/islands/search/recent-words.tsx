/** Earlier queries that found something, on this device only. */
export function RecentWords({ words, onForget }: { words: readonly string[]; onForget: () => void }) {
  if (words.length === 0) return null;
  return (
    <section className="search-recent" aria-label="最近找过">
      <h2 className="search-recent__title">最近找过</h2>
      <ul className="link-row">
        {words.map((word) => (
          <li key={word}>
            <a className="chip" href={`?q=${encodeURIComponent(word)}`}>
              {word}
            </a>
          </li>
        ))}
      </ul>
      <p className="search-recent__note">
        这些词只记在这台设备上。
        <button className="search-plain" type="button" onClick={onForget}>
          全部清除
        </button>
      </p>
    </section>
  );
}
