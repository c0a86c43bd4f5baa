import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import container from 'markdown-it-container';
import { lineOf, reportProblem } from '../render-env.ts';

interface CalloutKind {
  kind: string;
  name: string;
  aliases: string[];
}

/** Each kind can be written in English or Chinese. The first alias is the one we recommend to editors. */
export const calloutKinds: CalloutKind[] = [
  { kind: 'note', name: '提示', aliases: ['提示', '说明', 'note', 'tip', 'info', 'hint'] },
  { kind: 'key', name: '要点', aliases: ['要点', '重点', '重要', 'key', 'important'] },
  { kind: 'warning', name: '注意', aliases: ['注意', '警告', 'warning', 'caution', 'attention', 'danger'] },
  { kind: 'policy', name: '政策依据', aliases: ['政策', '政策依据', '依据', 'policy'] },
  { kind: 'quote', name: '引文', aliases: ['引文', '引用', '摘录', 'quote', 'cite'] },
];

/** The callouts in messages to editors: “:::提示”、“:::要点”… */
export const calloutExamples = calloutKinds.map(({ aliases }) => `“:::${aliases[0]}”`).join('、');

const infoString = /^\s*([^\s:：]+)[\s:：]*(.*)$/;

function parseInfo(params: string): { callout: CalloutKind; title: string } | undefined {
  const [, word = '', title = ''] = infoString.exec(params) ?? [];
  const callout = calloutKinds.find(({ aliases }) => aliases.includes(word.toLowerCase()));
  return callout && { callout, title: title.trim() };
}

/** `:::提示 标题` … `:::`. The kind is shown in words, never by colour alone. For a quotation, the title is its source. */
export function callouts(md: MarkdownIt): void {
  md.use(container, 'callout', {
    validate: (params) => parseInfo(params) !== undefined,
    render: (tokens, index, options, _env, renderer) => renderer.renderToken(tokens, index, options),
  });

  // Titles are inserted before inline parsing, so that they can contain Markdown.
  md.core.ruler.after('block', 'callout_titles', (state) => {
    const lines = state.src.split('\n');
    const open: Token[] = [];
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === 'container_callout_open') {
        if (!token.meta?.['closed']) reportUnclosed(state, token, open.at(-1), lines);
        open.push(token);
        return openTokens(state, token);
      }
      return token.type === 'container_callout_close' ? closeTokens(state, token, open.pop()!) : [token];
    });
    reportUnrecognized(state);
  });
}

function openTokens(state: StateCore, token: Token): Token[] {
  const { callout, title } = parseInfo(token.info)!;
  token.attrs = [['class', `callout callout-${callout.kind}`]];
  if (callout.kind === 'quote') {
    token.tag = 'figure';
    return [token, blockToken(state, 'blockquote_open', 'blockquote', 1)];
  }
  token.attrPush(['role', 'note']);
  const line = inlineBlock(state, 'p', title ? `${callout.name}：${title}` : callout.name, token);
  line[0]!.attrs = [['class', 'callout-title']];
  return [token, ...line];
}

function closeTokens(state: StateCore, token: Token, open: Token): Token[] {
  const { callout, title } = parseInfo(open.info)!;
  if (callout.kind !== 'quote') return [token];
  token.tag = 'figure';
  const source = title ? inlineBlock(state, 'figcaption', title, open) : [];
  return [blockToken(state, 'blockquote_close', 'blockquote', -1), ...source, token];
}

function inlineBlock(state: StateCore, tag: string, content: string, at: Token): Token[] {
  const inline = blockToken(state, 'inline', '', 0);
  const map: [number, number] = [at.map![0], at.map![0] + 1];
  Object.assign(inline, { content, children: [], map });
  return [
    blockToken(state, `callout_${tag}_open`, tag, 1),
    inline,
    blockToken(state, `callout_${tag}_close`, tag, -1),
  ];
}

function blockToken(state: StateCore, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  return Object.assign(new state.Token(type, tag, nesting), { block: true });
}

function reportUnclosed(state: StateCore, token: Token, outer: Token | undefined, lines: string[]): void {
  const end = token.map![1];
  // When two callouts end on the same line, that line closes the outer one.
  const closed = /(^|[\s>]):{3,}\s*$/.test(lines[end] ?? '') && outer?.map?.[1] !== end;
  if (closed) return;
  const shown = `${token.markup}${token.info.trim()}`;
  reportProblem(
    state.env,
    lineOf(token),
    `提示框“${shown}”没有结束。请在框内文字后面单独写一行“${token.markup}”。`,
  );
}

/** A line that looks like a callout but is none stays text, and readers would see its colons. */
function reportUnrecognized(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
    token.content.split('\n').forEach((line, offset) => {
      const [, marks, word] = /^\s*(:{3,})\s*(\S*)/.exec(line) ?? [];
      if (!marks) return;
      const message = word
        ? `网站没有叫“${word}”的提示框。可以写${calloutExamples}。`
        : `这一行“${marks}”前面没有提示框的开头。请删去它，或在框的第一行写上名称，如“:::提示”。`;
      reportProblem(state.env, lineOf(token) + offset, message);
    });
  });
}
