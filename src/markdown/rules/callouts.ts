import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import container from 'markdown-it-container';
import { lineOf, reportProblem } from '../render-env.ts';

interface CalloutKind {
  kind: string;
  name: string;
  words: string[];
}

/** Each can be written in English or Chinese. The first Chinese word is what we teach. */
export const calloutKinds: CalloutKind[] = [
  { kind: 'note', name: '提示', words: ['提示', '说明', 'note', 'tip', 'info', 'hint'] },
  { kind: 'key', name: '要点', words: ['要点', '重点', '重要', 'key', 'important'] },
  { kind: 'warning', name: '注意', words: ['注意', '警告', 'warning', 'caution', 'attention', 'danger'] },
  { kind: 'policy', name: '政策依据', words: ['政策', '政策依据', '依据', 'policy'] },
  { kind: 'quote', name: '引文', words: ['引文', '引用', '摘录', 'quote', 'cite'] },
];
export const taughtCallouts = calloutKinds.map(({ words }) => `“:::${words[0]}”`).join('、');

const first = /^\s*([^\s:：]+)[\s:：]*(.*)$/;

function calloutIn(params: string): { callout: CalloutKind; title: string } | undefined {
  const [, word = '', title = ''] = first.exec(params) ?? [];
  const callout = calloutKinds.find(({ words }) => words.includes(word.toLowerCase()));
  return callout && { callout, title: title.trim() };
}

/** `:::提示 标题` … `:::`. The kind is said in words, never by colour alone. In a quotation the title is its source. */
export function callouts(md: MarkdownIt): void {
  md.use(container, 'callout', {
    validate: (params) => calloutIn(params) !== undefined,
    render: (tokens, index, options, _env, renderer) => renderer.renderToken(tokens, index, options),
  });

  // Titles are put in before inline parsing, so that they are Markdown as everything else.
  md.core.ruler.after('block', 'callout_titles', (state) => {
    const written = state.src.split('\n');
    const open: Token[] = [];
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === 'container_callout_open') {
        if (!token.meta?.['closed']) reportUnclosed(state, token, open.at(-1), written);
        open.push(token);
        return opening(state, token);
      }
      return token.type === 'container_callout_close' ? closing(state, token, open.pop()!) : [token];
    });
    reportStrays(state);
  });
}

function opening(state: StateCore, token: Token): Token[] {
  const { callout, title } = calloutIn(token.info)!;
  token.attrs = [['class', `callout callout-${callout.kind}`]];
  if (callout.kind === 'quote') {
    token.tag = 'figure';
    return [token, block(state, 'blockquote_open', 'blockquote', 1)];
  }
  token.attrPush(['role', 'note']);
  const line = written(state, 'p', title ? `${callout.name}：${title}` : callout.name, token);
  line[0]!.attrs = [['class', 'callout-title']];
  return [token, ...line];
}

function closing(state: StateCore, token: Token, open: Token): Token[] {
  const { callout, title } = calloutIn(open.info)!;
  if (callout.kind !== 'quote') return [token];
  token.tag = 'figure';
  const source = title ? written(state, 'figcaption', title, open) : [];
  return [block(state, 'blockquote_close', 'blockquote', -1), ...source, token];
}

function written(state: StateCore, tag: string, content: string, at: Token): Token[] {
  const inline = block(state, 'inline', '', 0);
  const map: [number, number] = [at.map![0], at.map![0] + 1];
  Object.assign(inline, { content, children: [], map });
  return [block(state, `callout_${tag}_open`, tag, 1), inline, block(state, `callout_${tag}_close`, tag, -1)];
}

function block(state: StateCore, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  return Object.assign(new state.Token(type, tag, nesting), { block: true });
}

function reportUnclosed(state: StateCore, token: Token, outer: Token | undefined, written: string[]): void {
  const end = token.map![1];
  // Two that end in one line: that line belongs to the outer one.
  const closed = /(^|[\s>]):{3,}\s*$/.test(written[end] ?? '') && outer?.map?.[1] !== end;
  if (closed) return;
  const shown = `${token.markup}${token.info.trim()}`;
  reportProblem(
    state.env,
    lineOf(token),
    `提示框“${shown}”没有结束。请在框内文字后面单独写一行“${token.markup}”。`,
  );
}

/** What looks like a callout and is none stays text, and readers would see its colons. */
function reportStrays(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
    token.content.split('\n').forEach((line, offset) => {
      const [, marks, word] = /^\s*(:{3,})\s*(\S*)/.exec(line) ?? [];
      if (!marks) return;
      const say = word
        ? `网站没有叫“${word}”的提示框。可以写${taughtCallouts}。`
        : `这一行“${marks}”前面没有提示框的开头。请删去它，或在框的第一行写上名称，如“:::提示”。`;
      reportProblem(state.env, lineOf(token) + offset, say);
    });
  });
}
