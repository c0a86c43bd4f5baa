import { useState } from 'react';
import { isKept } from '../study/store.ts';
import { catalogueIn } from './catalogue.ts';
import { DueQuestions } from './due-questions.tsx';
import { Keeping } from './keeping.tsx';
import { Notes } from './notes.tsx';
import { Progress } from './progress.tsx';
import { useStored } from './use-stored.ts';

/** What this device remembers of its reader's study, part by part, each with what can be done with it. */
export default function MyStudy() {
  const [catalogue] = useState(() => catalogueIn(document));
  const kept = useStored(isKept);
  /** Counts up when everything came or went at once. */
  const [turn, setTurn] = useState(0);
  return (
    <>
      {!kept && (
        <p className="state-note state-note--caution">
          这台设备的浏览器不让网页存东西（多半开了无痕浏览，或者存满了）。下面的内容关掉这一页就没有了，请先导出。
        </p>
      )}
      <Progress paths={catalogue.paths} />
      <DueQuestions key={turn} quizzes={catalogue.quizzes} />
      <Notes />
      <Keeping
        onChange={() => {
          setTurn(turn + 1);
        }}
      />
    </>
  );
}
