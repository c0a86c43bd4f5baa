/** Who made a commit, as its own header tells it. */
export interface CommitAuthor {
  /** Empty where the commit names nobody. */
  name: string;
  email: string;
  /** As `Date.prototype.toISOString` writes it; undefined where the commit has no date a calendar knows. */
  at: string | undefined;
}

/**
 * Reads the author from the bytes of a commit. The object itself is read, not what `git log` prints of it: that
 * depends on the kind of the commit (a merge may bring its diff along), on options and on configuration.
 */
export function authorOf(commit: Uint8Array): CommitAuthor {
  const headers = headersOf(commit);
  const line = headers.find((each) => each.startsWith('author '))?.slice('author '.length);
  if (line === undefined || !headers[0]?.startsWith('tree '))
    throw new Error('This is no commit with an author.');
  // The last brackets: histories from elsewhere have names with brackets of their own.
  const close = line.lastIndexOf('>');
  const open = line.lastIndexOf('<', close);
  if (close === -1 || open === -1) return { name: line.trim(), email: '', at: undefined };
  const [seconds = ''] = line
    .slice(close + 1)
    .trim()
    .split(' ');
  return {
    name: line.slice(0, open).trim(),
    email: line.slice(open + 1, close).trim(),
    at: momentOf(seconds),
  };
}

/** The lines before the first empty one, decoded as the commit says. */
function headersOf(commit: Uint8Array): string[] {
  const bytes = Buffer.from(commit.buffer, commit.byteOffset, commit.byteLength);
  const end = bytes.indexOf('\n\n');
  const head = bytes.subarray(0, end === -1 ? bytes.length : end);
  const encoding = /^encoding (\S+)$/m.exec(head.toString('latin1'))?.[1] ?? 'utf-8';
  return decoderFor(encoding).decode(head).split('\n');
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}

function momentOf(seconds: string): string | undefined {
  const moment = new Date(/^\d+$/.test(seconds) ? Number(seconds) * 1000 : Number.NaN);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
