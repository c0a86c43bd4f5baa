/** Offers a text as a download. */
export function saveAsFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Revoking at once would cancel the download in Safari 15.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
