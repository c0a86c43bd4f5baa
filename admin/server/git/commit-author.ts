/** The author in the header of a commit. */
export interface CommitAuthor {
  /** Empty if the commit has no author name. */
  name: string;
  email: string;
  /** ISO 8601; undefined if the commit has no valid date. */
  at: string | undefined;
}

/**
 * Reads the author from the bytes of a commit object. The output of `git log` is less reliable: it depends on the kind
 * of commit (a merge may include its diff), on options and on the configuration.
 */
export function authorOf(commit: Uint8Array): CommitAuthor {
  const headers = headersOf(commit);
  const line = headers.find((each) => each.startsWith('author '))?.slice('author '.length);
  if (line === undefined || !headers[0]?.startsWith('tree ')) throw new Error('Not a commit with an author.');
  // The last brackets: names written by other programs may contain brackets.
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

/** The header lines, in the encoding of the commit. */
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
