/** A reason why a command of the operator did not do its work: English, then Chinese. Shown without a stack trace. */
export class OperatorError extends Error {
  constructor(english: string, chinese: string) {
    super(`${english} · ${chinese}`.replace(/\s+/g, ' '));
    this.name = 'OperatorError';
  }
}

/** The sentence for an error of the system, if an operator can do something about it. */
export function explainForOperator(error: unknown, place: string): string {
  if (error instanceof OperatorError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'ENOSPC' || /No space left|disk is full/i.test(text)) {
    return `There is no space left for ${place}; make room and run this again. · 磁盘满了，${place} 放不下：请腾出空间再运行一次。`;
  }
  if (
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(code ?? '') ||
    /unable to open database|readonly database|Permission denied/i.test(text)
  ) {
    return `${place} cannot be read or written; run this as the user that runs the server. · 没有权限读写 ${place}：请用运行平台的那个用户来运行。`;
  }
  if (code === 'ENOENT' && (error as NodeJS.ErrnoException).path === 'git') {
    return 'git is not installed; install it and run this again. · 没有找到 git：请先安装 git，再运行一次。';
  }
  return `${text.replace(/\s+/g, ' ')} · 没有做成，原因见前半句。`;
}
