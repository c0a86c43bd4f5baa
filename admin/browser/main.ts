import './without-https.ts';
import { cms } from './cms.ts';
import { fromJS } from 'immutable';
import type { Map } from 'immutable';
import { addressOf } from '../../src/model/addresses.ts';
import { collectionNames, collectionOf, isCollectionName } from '../../src/model/collections.ts';
import { nameWhatDecapForgot } from './accessible-names.ts';
import { ask, askFor } from './ask.ts';
import { hubBackend } from './backend.ts';
import { completed } from './before-saving.ts';
import { deskConfig, formatOf } from './config.ts';
import type { Person } from './config.ts';
import { registerControls } from './controls.ts';
import { watchCopies } from './copying.ts';
import './desk.css';
import { element } from './element.ts';
import { watchProblems } from './entry-problems.ts';
import { readForm } from './form-values.ts';
import { keepTyping } from './keep-typing.ts';
import { cleanPastedText } from './pasted-characters.ts';
import { EntryPreview } from './preview.tsx';
import previewStyle from './preview.css?url';
import { Refusal } from '../shared/refusal.ts';
import { saveByKey } from './save-key.ts';
import { StatusStrip } from './status-strip.ts';
import { showTrash } from './trash.ts';
import { keepWhatIsTypedMeanwhile } from './typed-meanwhile.ts';
import { replaceInDecap } from './upstream.ts';
import { wording } from './wording.ts';

type Entry = Map<string, unknown>;

// Decap throws away the refusals it has already shown, as its own actions.
window.addEventListener('unhandledrejection', (event) => {
  const { type } = (event.reason ?? {}) as { type?: string };
  if (type?.endsWith('_FAILURE')) event.preventDefault();
});

try {
  open(await ask<Person>('/admin/api/me'));
} catch (error) {
  if (error instanceof Refusal && error.status === 401) location.assign('sign-in');
  else document.body.append(element('p', { role: 'alert', class: 'desk-alert' }, String(error)));
}

function open(person: Person): void {
  askFor(person.username);
  const onSite = (address: string): string => `${person.site.replace(/\/$/, '')}${address}`;
  const strip: StatusStrip = new StatusStrip(person, onSite('/'), () => {
    void showTrash(() => void strip.look());
  });
  const typing = keepTyping(person.username, strip.offers);
  replaceInDecap((collection, slug) => {
    void typing.letGo(collection, slug);
  }, onSite);
  watchProblems();
  watchCopies();
  saveByKey(window);
  keepWhatIsTypedMeanwhile();
  nameWhatDecapForgot();
  cleanPastedText();

  cms.registerLocale('zh_Hans', wording());
  cms.registerBackend('hub', hubBackend(person, typing.letGo));
  registerControls();
  cms.registerPreviewStyle(previewStyle);
  for (const name of collectionNames) {
    cms.registerPreviewTemplate(name, EntryPreview);
    cms.registerCustomFormat(formatOf(name), 'md', {
      fromFile: (text: string) => readForm(collectionOf(name), text),
      // The backend writes the text: it alone knows what the values were made from.
      toFile: (values: object) => JSON.stringify(values),
    });
  }
  cms.registerEventListener({
    name: 'preSave',
    handler: ({ entry }: { entry: Entry }) => fromJS(completed(collectionIn(entry), valuesIn(entry))),
  });
  cms.registerEventListener({
    name: 'postPublish',
    handler: ({ entry }: { entry: Entry }) => {
      const collection = collectionIn(entry);
      const values = valuesIn(entry);
      strip.await(String(values[collection.title]), onSite(addressOf(collection, values)));
    },
  });

  // Decap would open an entry with its notes; editors look at their text. Their own choice is kept.
  if (!localStorage.getItem('cms.right-pane')) localStorage.setItem('cms.right-pane', 'preview');
  // Who is signed in is known by the session; Decap's own sign-in page would ask again.
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
