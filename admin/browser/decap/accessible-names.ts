/** Elements that Decap leaves without an accessible name or role. */
const names: readonly (readonly [selector: string, attribute: string, name: string])[] = [
  ["[class*='-EditorContainer']", 'role', 'main'],
  ["[class*='-WorkflowContainer']", 'role', 'main'],
  ['#preview-pane', 'title', '预览：读者看到的样子'],
  ["[class*='-StyledListItemTopBar'] > button:first-child", 'aria-label', '展开或收起这一项'],
  ["[class*='-StyledListItemTopBar'] > [role='button']", 'aria-label', '移动这一项'],
  ["[class*='-StyledListItemTopBar'] > button:last-child", 'aria-label', '删除这一项'],
];

/** Adds the attributes now and after every rendering by Decap. */
export function addAccessibleNames(): void {
  const addMissing = (): void => {
    for (const [selector, attribute, name] of names) {
      for (const found of document.querySelectorAll(`${selector}:not([${attribute}])`)) {
        found.setAttribute(attribute, name);
      }
    }
  };
  let isScheduled = false;
  new MutationObserver(() => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      addMissing();
    });
  }).observe(document.body, { childList: true, subtree: true });
}
