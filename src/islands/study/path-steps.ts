/**
 * Adds progress to the list of a path's steps: what is done, and where the reader stopped, as stored on this device. The
 * list itself and its links are part of the page and work without script.
 */
import { chineseDay } from '../../site/dates.ts';
import { dayOf } from './days.ts';
import { stepToResume } from './resume.ts';
import { changeStudy, isKept, readStudy, subscribe } from './store.ts';
import type { Study } from './store.ts';

interface Step {
  key: string;
  item: HTMLElement;
  link: HTMLAnchorElement;
  /** The text of the link, without numbers and notes around it. */
  title: string;
}

export function mountPathSteps(host: HTMLElement): void {
  const path = host.dataset['path'] ?? '';
  const steps = stepsIn(host);
  const resume = document.querySelector<HTMLElement>('[data-resume]');
  const status = document.createElement('p');
  status.className = 'step-status';
  status.setAttribute('role', 'status');
  host.before(status);

  const rows = steps.map((step) => {
    const line = document.createElement('p');
    const mark = document.createElement('span');
    const button = document.createElement('button');
    line.className = 'step-done no-print';
    mark.className = 'step-done__mark';
    button.type = 'button';
    button.className = 'button button--quiet';
    button.addEventListener('click', () => {
      const isDone = daysOf(readStudy(), path)[step.key] !== undefined;
      changeStudy((study) => withStep(study, path, step.key, isDone ? undefined : dayOf(new Date())));
      status.textContent = `“${step.title}”${isDone ? '已撤回' : '记作学完了'}。${isKept() ? '' : '这台设备不让网页存东西，关掉这一页就不记得了。'}`;
    });
    line.append(mark, button);
    step.item.append(line);
    // Opening a step makes it the place to resume from.
    step.link.addEventListener('click', () => {
      visit(path, step.key);
    });
    return { step, mark, button };
  });

  function show(): void {
    const study = readStudy();
    const days = daysOf(study, path);
    for (const { step, mark, button } of rows) {
      const day = days[step.key];
      step.item.classList.toggle('steps__step--done', day !== undefined);
      mark.textContent = day === undefined ? '' : `✓ ${chineseDay(day)}学完`;
      button.textContent = day === undefined ? '学完了' : '撤回';
      button.setAttribute('aria-label', `${button.textContent}：${step.title}`);
    }
    if (resume) showResume(resume, steps, study, path);
  }

  show();
  subscribe(show);
}

function stepsIn(host: HTMLElement): Step[] {
  return Array.from(host.querySelectorAll<HTMLElement>('[data-step]')).flatMap((item) => {
    const link = item.querySelector('a');
    return link ? [{ key: item.dataset['step'] ?? '', item, link, title: link.textContent.trim() }] : [];
  });
}

function visit(path: string, key: string): void {
  changeStudy((study) => ({ ...study, last: { ...study.last, [path]: key } }));
}

const daysOf = ({ steps }: Study, path: string): Readonly<Record<string, string>> => steps[path] ?? {};

function withStep(study: Study, path: string, key: string, day: string | undefined): Study {
  const { [key]: _, ...others } = daysOf(study, path);
  const days = day === undefined ? others : { ...others, [key]: day };
  const { [path]: __, ...paths } = study.steps;
  return { ...study, steps: Object.keys(days).length > 0 ? { ...paths, [path]: days } : paths };
}

/** Hidden before the first step, then the step to continue with, and a message when all are done. */
function showResume(place: HTMLElement, steps: readonly Step[], study: Study, path: string): void {
  const days = daysOf(study, path);
  const at = stepToResume(
    steps.map(({ key }) => key),
    days,
    study.last[path],
  );
  const step = steps[at ?? -1];
  place.hidden = Object.keys(days).length === 0 && study.last[path] === undefined;
  if (!step) {
    place.textContent = '这条路径的每一步都学完了。';
    return;
  }
  const link = document.createElement('a');
  link.href = step.link.href;
  link.textContent = `第 ${String((at ?? 0) + 1)} 步 ${step.title}`;
  link.addEventListener('click', () => {
    visit(path, step.key);
  });
  place.replaceChildren('接着学：', link);
}
