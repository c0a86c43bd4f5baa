import type { BuildOutcome } from './build-process.ts';

const report = /^content\/[^\n]*$[\s\S]*?^共 \d+ 处需要修改。$/m;

/** A hundred lines are more than anybody mends at once. The count, which is last, stays. */
function firstLines(problems: string): string {
  const lines = problems.split('\n').map((line) => line.slice(0, 500));
  return lines.length <= mostLines
    ? lines.join('\n')
    : [...lines.slice(0, mostLines), '……', ...lines.slice(-1)].join('\n');
}

const mostLines = 100;

/** Messages for builds that did not become a release. The old site is still served. */
export const buildMessages = {
  interrupted: '上次发布被中断，正在重新生成网站。在此之前，读者看到的是上一版。',
  interruptedButNew: '上次生成被中断，网站已经是最新的内容，不用再做什么。',

  failed({ output, timedOut }: BuildOutcome, minutes: number): string {
    if (timedOut) return `生成网站超过了 ${String(minutes)} 分钟，已经停下。网站保持原样，请告诉网络管理员。`;
    // The checker's report in the output is useful for editors.
    const problems = report.exec(output)?.[0];
    if (problems !== undefined) return `内容还有需要修改的地方，网站保持原样：\n${firstLines(problems)}`;
    const tail = output
      .trim()
      .split('\n')
      .slice(-12)
      .map((line) => line.slice(0, 500))
      .join('\n');
    return `生成网站时出了问题，网站保持原样。请把下面几行告诉网络管理员：\n${tail}`;
  },

  trouble(error: unknown): string {
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (code === 'ENOSPC')
      return '服务器的磁盘满了，网站保持原样。请告诉网络管理员腾出空间，再点“重新生成”。';
    if (code === 'EACCES' || code === 'EROFS') {
      return '服务器写不了文件，网站保持原样。请告诉网络管理员检查数据文件夹的权限。';
    }
    return `没能开始生成网站，网站保持原样。请告诉网络管理员：${String(error)}`;
  },
};
