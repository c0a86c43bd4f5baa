import type { MarkdownIt } from 'markdown-it';

const path = /\\\\[a-z\d][\w.-]{0,60}\\/iy;

/** `\\server\公示` is a network folder. Markdown would treat the first backslash as an escape. */
export function uncPaths(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'unc_paths', (state, silent) => {
    path.lastIndex = state.pos;
    if (state.src[state.pos] !== '\\' || !path.test(state.src)) return false;
    if (!silent) state.pending += '\\\\';
    state.pos += 2;
    return true;
  });
}
