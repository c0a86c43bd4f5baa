import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { collectionNames, collectionOf, isCollectionName } from '../collections.ts';
import { readEntryValues } from '../front-matter/entry-file.ts';
import { jsonSchemaOf, jsonSchemas } from './json-schema.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, validateFormats: false });
ajv.addKeyword('x-collection');

const notice = {
  title: '停水通知',
  slug: 'tingshui',
  published: '2026-07-01T09:30:00+08:00',
  summary: '7 月 3 日停水',
  orgs: ['houqin'],
  body: '请储水。\n',
};

/** Where the schema rejects the changed notice. */
function rejections(change: Record<string, unknown>): string[] {
  const validate = ajv.compile(jsonSchemaOf(collectionOf('notices')));
  validate({ ...notice, ...change });
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the JSON Schema of a collection', () => {
  it('is a valid schema for every collection', () => {
    expect(Object.keys(jsonSchemas())).toEqual(collectionNames);
    for (const schema of Object.values(jsonSchemas())) expect(ajv.validateSchema(schema)).toBe(true);
  });
  it('describes fields as the form does', () => {
    const { properties, title } = jsonSchemas().policies;
    expect(title).toBe('政策文件');
    expect(properties).toMatchObject({
      documentNumber: {
        title: '发文字号',
        description: '年份用六角括号，如 国办发〔2017〕47号',
        maxLength: 40,
      },
      validity: { oneOf: [{ const: 'current', title: '现行' }, { const: 'revised' }, { const: 'repealed' }] },
      supersedes: { type: 'array', items: { 'x-collection': 'policies' } },
    });
  });
  it('accepts what the checker accepts', () => {
    expect(rejections({})).toEqual([]);
    expect(rejections({ topics: ['logistics'], important: true, expires: '2026-07-03' })).toEqual([]);
    expect(rejections({ attachments: [{ src: '表.xlsx', title: '报名表' }] })).toEqual([]);
  });
  it.each([
    [{ title: undefined }, ' required'],
    [{ title: '' }, '/title minLength'],
    [{ title: '长'.repeat(500) }, '/title maxLength'],
    [{ summary: '' }, '/summary minLength'],
    [{ summary: '长'.repeat(2000) }, '/summary maxLength'],
    [{ slug: '停水' }, '/slug pattern'],
    [{ published: '2026-07-01T09:30:00Z' }, '/published pattern'],
    [{ expires: '2026-13-01' }, '/expires pattern'],
    [{ topics: ['weather'] }, '/topics/0 oneOf'],
    [{ orgs: ['a', 'a'] }, '/orgs uniqueItems'],
    [{ attachments: [{ src: 'run.exe', title: '程序' }] }, '/attachments/0/src pattern'],
    [{ colour: 'red' }, ' additionalProperties'],
  ])('rejects %o', (change, rejection) => {
    expect(rejections(change)).toContain(rejection);
  });
  it('accepts the entries of this repository', () => {
    for (const file of globSync('content/**/index.md')) {
      const name = file.split('/')[1] ?? '';
      if (!isCollectionName(name)) continue;
      const validate = ajv.compile(jsonSchemaOf(collectionOf(name)));
      validate(readEntryValues(collectionOf(name), readFileSync(file, 'utf8')));
      expect(validate.errors ?? [], file).toEqual([]);
    }
  });
});
