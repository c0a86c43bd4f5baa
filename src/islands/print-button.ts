/** A print button, for readers who do not find printing in the menu of their browser. */
export function mountPrintButton(host: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'page-tools__tool';
  button.textContent = '打印';
  button.addEventListener('click', () => {
    window.print();
  });
  host.append(button);
}
