/** Queries that found something. They never leave the device, and one press deletes them. */
const key = 'hub-recent-searches';
const most = 8;

export function recent(): string[] {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(words) ? words.filter((word) => typeof word === 'string').slice(0, most) : [];
  } catch {
    // Storage may be blocked; then nothing is stored.
    return [];
  }
}

export function remember(word: string): string[] {
  const words = [word, ...recent().filter((each) => each !== word)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(words));
  } catch {
    return [];
  }
  return words;
}

export function forget(): string[] {
  try {
    localStorage.removeItem(key);
  } catch {
    return [];
  }
  return [];
}
