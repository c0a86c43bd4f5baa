// What for: writes docs/fields.md, the table of fields, from the model.
// How: node scripts/run.mjs fields   (tests/docs.test.ts compares the file with the model)
import { writeFile } from 'node:fs/promises';
import { collectionNames, collectionOf } from '../src/model/collections.ts';
import { describeField } from '../src/model/schema/describe-field.ts';
import type { Fields } from '../src/model/fields.ts';

export function fieldsTable(): string {
  const sections = collectionNames.map((name) => {
    const { label, description, fields } = collectionOf(name);
    const rows = rowsOf(fields).join('\n');
    return `## ${label}（${name}）\n\n${description}\n\n| 字段 | 名称 | 写什么 | 必填 | 提示 |\n|---|---|---|---|---|\n${rows}\n`;
  });
  return `# 字段表\n\n由 \`src/model/\` 生成，请不要手改：\`node scripts/run.mjs fields\`。\n\n${sections.join('\n')}`;
}

const rowsOf = (fields: Fields, above = ''): string[] =>
  Object.entries(fields).flatMap(([key, field]) => [
    row(above + key, field.label, describeField(field), field.optional, field.hint),
    ...(field.kind === 'parts' ? rowsOf(field.fields, `${above}${key}[].`) : []),
  ]);

const row = (key: string, label: string, kind: string, optional?: boolean, hint?: string): string =>
  `| \`${key}\` | ${label} | ${kind} | ${optional ? '' : '是'} | ${hint ?? ''} |`;

if (import.meta.main) {
  await writeFile('docs/fields.md', fieldsTable());
  process.stdout.write('Wrote docs/fields.md.\n');
}
