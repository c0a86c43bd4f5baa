/** Hands a text over as a file. */
export function saveAsFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the text over by then; revoking at once cancels it in Safari 15.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
