import type { MarkdownIt } from 'markdown-it';

const path = /\\\\[a-z\d][\w.-]{0,60}\\/iy;

/** `\\server\公示` is a folder of the office's network. Markdown would take the first backslash for an escape. */
export function uncPaths(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'shared_path', (state, silent) => {
    path.lastIndex = state.pos;
    if (state.src[state.pos] !== '\\' || !path.test(state.src)) return false;
    if (!silent) state.pending += '\\\\';
    state.pos += 2;
    return true;
  });
}
