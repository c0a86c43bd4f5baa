import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * “张**、李**两位同志” hides names, and is no emphasis of “、李”. Rules that let `**“引号”**` work beside Chinese
 * take it for one. Nobody stresses a text that begins with a comma, so there the stars stay.
 */
export function maskedNames(md: MarkdownIt): void {
  md.core.ruler.push('masked_names', (state) => {
    for (const { children } of state.tokens) {
      children?.forEach((token, index) => {
        const isStress = token.type === 'strong_open' || token.type === 'em_open';
        if (!isStress || !/^[、，。；：！？）》”’]/.test(children[index + 1]?.content ?? '')) return;
        const close = children.findIndex(
          (other, at) =>
            at > index && other.level === token.level && other.type === token.type.replace('open', 'close'),
        );
        for (const at of [index, close]) children[at] = stars(state, children[at]!);
      });
    }
  });
}

const stars = (state: StateCore, token: Token) =>
  Object.assign(new state.Token('text', '', 0), { content: token.markup, map: token.map });
