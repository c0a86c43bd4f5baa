import { stepToResume } from '../study/resume.ts';
import { readStudy } from '../study/store.ts';
import type { PathPlace } from './catalogue.ts';
import { useStored } from './use-stored.ts';

/** Paths that the reader started: finished steps, and the next one. No percentages: this does not measure people. */
export function Progress({ paths }: { paths: readonly PathPlace[] }) {
  const { steps, last } = useStored(readStudy);
  const begun = paths.filter(({ key }) => steps[key] !== undefined || last[key] !== undefined);
  return (
    <section className="group">
      <h2 className="group__title">学到哪里</h2>
      {begun.length === 0 && (
        <p className="nothing-yet">
          还没有开始学哪条路径。打开一条学习路径，学完一步按“学完了”，这里就记得。
        </p>
      )}
      <ul className="study-list">
        {begun.map((path) => {
          const days = steps[path.key] ?? {};
          const at = stepToResume(
            path.steps.map(({ key }) => key),
            days,
            last[path.key],
          );
          const next = path.steps[at ?? -1];
          const done = path.steps.flatMap(({ key }, place) =>
            days[key] ? [`第 ${String(place + 1)} 步`] : [],
          );
          return (
            <li key={path.key} className="study-list__item">
              <h3 className="study-list__title">
                <a className="study-list__link" href={path.address}>
                  {path.title}
                </a>
              </h3>
              {done.length > 0 && <p>学完了：{done.join('、')}。</p>}
              <p>
                {next ? (
                  <>
                    接着学：
                    <a href={next.address}>
                      第 {(at ?? 0) + 1} 步 {next.title}
                    </a>
                  </>
                ) : (
                  '每一步都学完了。'
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
