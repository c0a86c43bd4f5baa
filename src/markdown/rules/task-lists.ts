import type { MarkdownIt } from 'markdown-it';

const checkbox = /^\[([ xX✓√])\][ \u3000]+(?=\S)/;

/** `- [ ] 待办` and `- [x] 已办` become a symbol that can be read, heard and copied, not a form control. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.push('task_lists', (state) => {
    state.tokens.forEach((item, index) => {
      const inline = state.tokens[index + 2];
      const first = inline?.children?.[0];
      if (item.type !== 'list_item_open' || inline?.type !== 'inline' || first?.type !== 'text') return;
      const found = checkbox.exec(first.content);
      if (!found) return;
      first.content = first.content.slice(found[0].length);
      item.attrJoin('class', 'task');
      const mark = new state.Token('task_mark', 'span', 0);
      mark.meta = { done: found[1] !== ' ' };
      inline.children?.unshift(mark);
    });
  });

  md.renderer.rules.task_mark = (tokens, index) =>
    tokens[index]!.meta?.done
      ? '<span class="task-mark" role="img" aria-label="已完成">☑</span> '
      : '<span class="task-mark" role="img" aria-label="未完成">☐</span> ';
}
