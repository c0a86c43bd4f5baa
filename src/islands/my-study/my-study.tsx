import { useState } from 'react';
import { isKept } from '../study/store.ts';
import { catalogueIn } from './catalogue.ts';
import { DueQuestions } from './due-questions.tsx';
import { ManageData } from './manage-data.tsx';
import { Notes } from './notes.tsx';
import { Progress } from './progress.tsx';
import { useStored } from './use-stored.ts';

/** Everything that this device stores about the reader's study, with controls for each part. */
export default function MyStudy() {
  const [catalogue] = useState(() => catalogueIn(document));
  const kept = useStored(isKept);
  /** Increases after an import or an erasure, to reload the questions. */
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
      <ManageData
        onChange={() => {
          setTurn(turn + 1);
        }}
      />
    </>
  );
}
