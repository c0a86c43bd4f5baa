import { cms } from '../decap/cms.ts';
import DecapCmsWidgetList from 'decap-cms-widget-list';
import DecapCmsWidgetObject from 'decap-cms-widget-object';
import { BooleanControl, ChoiceControl } from './choice-controls.tsx';
import { controlFor } from './control.tsx';
import { DayControl, MomentControl } from './date-controls.tsx';
import { FileControl, PictureControl } from './file-controls.tsx';
import { saveIncomplete } from '../decap/save-incomplete.ts';
import { MarkdownControl } from '../editor/markdown-control.tsx';
import { RelationControl } from './relation-control.tsx';
import { LongTextControl, NumberControl, TextControl } from './text-controls.tsx';

/** Registers every widget used in form-fields.ts. */
export function registerControls(): void {
  const controls = {
    'hub-text': controlFor(TextControl),
    'hub-long-text': controlFor(LongTextControl),
    'hub-number': controlFor(NumberControl),
    'hub-choice': controlFor(ChoiceControl),
    'hub-boolean': controlFor(BooleanControl),
    'hub-day': controlFor(DayControl),
    'hub-moment': controlFor(MomentControl),
    'hub-picture': controlFor(PictureControl),
    'hub-file': controlFor(FileControl),
    'hub-relation': controlFor(RelationControl),
    'hub-markdown': controlFor(MarkdownControl, { showsOwnProblems: true }),
  };
  for (const [name, control] of Object.entries(controls)) {
    // Values of picture and file fields are maps, which Decap does not pass to controls without this option.
    cms.registerWidget({ name, controlComponent: saveIncomplete(control), allowMapValue: true });
  }
  const list = DecapCmsWidgetList.Widget();
  cms.registerWidget({ ...list, controlComponent: saveIncomplete(list.controlComponent) });
  const object = DecapCmsWidgetObject.Widget();
  cms.registerWidget({ ...object, controlComponent: saveIncomplete(object.controlComponent) });
}
