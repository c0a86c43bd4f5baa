/** `12 KB`, `3.4 MB`, like file managers. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const kinds = new Map([
  ['pdf', 'PDF 文档'],
  ['csv', 'CSV 数据表'],
  ['xlsx', 'Excel 表格'],
  ['docx', 'Word 文档'],
]);

/** The type of a file by its name, so that readers know what opens it. */
export function fileKind(name: string): string {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return kinds.get(extension) ?? (extension === '' ? '文件' : `${extension.toUpperCase()} 文件`);
}
