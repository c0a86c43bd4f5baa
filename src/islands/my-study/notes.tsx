import { notesByPage } from '../notes/by-page.ts';
import { chineseDay } from '../../site/dates.ts';
import { dayOf } from '../study/days.ts';
import { readNotes } from '../study/store.ts';
import type { Note } from '../study/store.ts';
import { inSameView, siteBase } from '../same-view.ts';
import { useStored } from './use-stored.ts';

/** All notes on this device, grouped by page. Readers write, change and delete them next to the texts. */
export function Notes() {
  const notes = useStored(readNotes);
  return (
    <section className="group">
      <h2 className="group__title">笔记</h2>
      {notes.length === 0 && (
        <p className="nothing-yet">还没有笔记。在材料的正文里选中一段字，就可以划线、写笔记。</p>
      )}
      <ul className="study-list">
        {notesByPage(notes).map(({ page, title, notes: own }) => (
          <li key={page} className="study-list__item">
            <h3 className="study-list__title">
              <a className="study-list__link" href={inSameView(siteAddress(page))}>
                {title}
              </a>
            </h3>
            <ul className="note-list">
              {own.map(({ id, quote, text, day }) => (
                <li key={id} className="note-card">
                  {quote !== '' && <blockquote className="note-card__quote">{quote}</blockquote>}
                  {text.trim() !== '' && <p className="note-card__text">{text}</p>}
                  <p className="note-card__about">{chineseDay(day)}</p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <p className="study-keep">
          <button className="button button--quiet" type="button" onClick={() => void saveAll(notes)}>
            导出全部笔记（Markdown）
          </button>
        </p>
      )}
    </section>
  );
}

/** Loads the code for the export when it is first used. */
async function saveAll(notes: readonly Note[]): Promise<void> {
  const [{ notesAsMarkdown }, { saveAsFile }] = await Promise.all([
    import('../notes/markdown.ts'),
    import('../study/save-as-file.ts'),
  ]);
  const text = notesAsMarkdown(notes, location.origin + siteAddress('/').slice(0, -1));
  saveAsFile(`我的笔记-${dayOf(new Date())}.md`, text, 'text/markdown');
}

/** Notes store addresses without the base path. */
const siteAddress = (page: string): string => siteBase('/my-study/') + page.slice(1);
