/**
 * Text sizes for the normal view; the elder view has its own control for the whole page. The choice is stored on the
 * device. Without script the host's own link leads to the elder view.
 */
const key = 'reading-size';
const sizes = ['标准', '大', '特大'];

export function offerTextSizes(host: HTMLElement): void {
  const root = document.documentElement;
  if (root.dataset['view'] === 'elder') return;
  const group = document.createElement('fieldset');
  group.className = 'read-aloud__pace text-steps';
  const title = document.createElement('legend');
  title.className = 'read-aloud__title';
  title.textContent = '字号';
  group.append(title);
  const now = kept();
  root.dataset['readingSize'] = now;
  sizes.forEach((label, index) => {
    const choice = document.createElement('label');
    choice.className = 'read-aloud__choice';
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = key;
    input.value = String(index + 1);
    input.checked = input.value === now;
    input.addEventListener('change', () => {
      root.dataset['readingSize'] = input.value;
      try {
        localStorage.setItem(key, input.value);
      } catch {
        // Storage may be blocked; then the choice is valid for this page only.
      }
    });
    choice.append(input, label);
    group.append(choice);
  });
  host.replaceChildren(group);
}

function kept(): string {
  try {
    const size = localStorage.getItem(key);
    return size !== null && /^[123]$/.test(size) ? size : '1';
  } catch {
    return '1';
  }
}
