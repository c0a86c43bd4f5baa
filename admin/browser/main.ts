import './frame/without-https.ts';
import { cms } from './decap/cms.ts';
import { fromJS } from 'immutable';
import type { Map } from 'immutable';
import { addressOf } from '../../src/model/addresses/entry-addresses.ts';
import { collectionNames, collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { addAccessibleNames } from './decap/accessible-names.ts';
import { request, signRequestsAs } from './backend/server-request.ts';
import { hubBackend } from './backend/backend.ts';
import { withDefaults } from './backend/before-saving.ts';
import { deskConfig, formatOf } from './decap/config.ts';
import type { CurrentUser } from './decap/config.ts';
import { registerControls } from './form/register-controls.ts';
import { watchDuplicates } from './editor/duplicate-entry.ts';
import './frame/desk.css';
import { element } from './frame/element.ts';
import { watchProblems } from './editor/entry-problems.ts';
import { readForm } from './backend/form-values.ts';
import { startAutosave } from './editor/autosave.ts';
import { cleanPastedText } from './form/pasted-characters.ts';
import { EntryPreview } from './editor/preview.tsx';
import previewStyle from './editor/preview.css?url';
import { Refusal } from '../shared/refusal.ts';
import { registerSaveShortcut } from './editor/save-shortcut.ts';
import { StatusStrip } from './frame/status-strip.ts';
import { showTrash } from './frame/trash-panel.ts';
import { keepEditsDuringSave } from './editor/edits-during-save.ts';
import { patchDecap } from './decap/decap-patches.ts';
import { wording } from './decap/wording.ts';

type Entry = Map<string, unknown>;

// Decap rejects with its own actions after it has shown the error; these need no report.
window.addEventListener('unhandledrejection', (event) => {
  const { type } = (event.reason ?? {}) as { type?: string };
  if (type?.endsWith('_FAILURE')) event.preventDefault();
});

try {
  startDesk(await request<CurrentUser>('/admin/api/me'));
} catch (error) {
  if (error instanceof Refusal && error.status === 401) location.assign('sign-in');
  else document.body.append(element('p', { role: 'alert', class: 'desk-alert' }, String(error)));
}

function startDesk(person: CurrentUser): void {
  signRequestsAs(person.username);
  const siteUrl = (address: string): string => `${person.site.replace(/\/$/, '')}${address}`;
  const strip: StatusStrip = new StatusStrip(person, siteUrl('/'), () => {
    void showTrash(() => void strip.refresh());
  });
  const autosave = startAutosave(person.username, strip.offers);
  patchDecap((collection, slug) => {
    void autosave.deleteBackups(collection, slug);
  }, siteUrl);
  watchProblems();
  watchDuplicates();
  registerSaveShortcut(window);
  keepEditsDuringSave();
  addAccessibleNames();
  cleanPastedText();

  cms.registerLocale('zh_Hans', wording());
  cms.registerBackend('hub', hubBackend(person, autosave.deleteBackups));
  registerControls();
  cms.registerPreviewStyle(previewStyle);
  for (const name of collectionNames) {
    cms.registerPreviewTemplate(name, EntryPreview);
    cms.registerCustomFormat(formatOf(name), 'md', {
      fromFile: (text: string) => readForm(collectionOf(name), text),
      // The backend writes the text, because it knows the original version.
      toFile: (values: object) => JSON.stringify(values),
    });
  }
  cms.registerEventListener({
    name: 'preSave',
    handler: ({ entry }: { entry: Entry }) => fromJS(withDefaults(collectionIn(entry), valuesIn(entry))),
  });
  cms.registerEventListener({
    name: 'postPublish',
    handler: ({ entry }: { entry: Entry }) => {
      const collection = collectionIn(entry);
      const values = valuesIn(entry);
      strip.awaitRelease(String(values[collection.title]), siteUrl(addressOf(collection, values)));
    },
  });

  // Open entries with the preview, not with the notes pane, unless the editor chose otherwise.
  if (!localStorage.getItem('cms.right-pane')) localStorage.setItem('cms.right-pane', 'preview');
  // The session already knows the person; skip Decap's own sign-in page.
  localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'hub', login: person.username }));
  cms.init({ config: deskConfig(person) });
}

function collectionIn(entry: Entry) {
  const name = String(entry.get('collection'));
  if (!isCollectionName(name)) throw new Error(`Unknown collection "${name}".`);
  return collectionOf(name);
}

const valuesIn = (entry: Entry): Record<string, unknown> =>
  (entry.get('data') as Entry).toJS() as Record<string, unknown>;
