import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { calloutExamples } from '../../../src/markdown/rules/callouts.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { pictureTypes } from '../../../src/model/files/file-names.ts';
import { createFirstClient, startHub, hubClient } from '../testing/hub-process.ts';
import type { HubProcess, HubClient } from '../testing/hub-process.ts';
import { fixtureHub } from '../testing/fixture-hub.ts';
import type { FixtureHub } from '../testing/fixture-hub.ts';

// Generous limits for busy machines.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const source = await readFile(path.resolve(import.meta.dirname, '../../../docs/editing.zh-CN.md'), 'utf8');

let fixture: FixtureHub;
let hub: HubProcess;
let zhang: HubClient;
let stranger: HubClient;

beforeAll(async () => {
  fixture = await fixtureHub();
  hub = await startHub(fixture);
  zhang = await createFirstClient(hub);
  stranger = hubClient(hub.address);
});
afterAll(async () => {
  await hub.stop();
  await fixture.cleanUp();
});

type Element = DefaultTreeAdapterTypes.Element;

const elementsOf = (node: DefaultTreeAdapterTypes.Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];
const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

async function manual(who: HubClient): Promise<{ html: string; elements: Element[] }> {
  const answer = await who.get('/admin/manual/');
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return { html, elements: elementsOf(parse(html)) };
}

test('is readable without sign-in, and links back to the desk after it', async () => {
  const open = await manual(stranger);
  expect(open.html).toContain('<h1>使用手册</h1>');
  expect(open.html).not.toContain('href="/admin/accounts"');
  expect((await manual(zhang)).html).toContain('<a href="/admin/">编辑台</a>');
  const short = await stranger.get('/admin/manual');
  expect([short.status, short.headers.get('location')]).toEqual([301, '/admin/manual/']);
});

test('lists and links every chapter', async () => {
  const { elements } = await manual(stranger);
  const chapters = [...source.matchAll(/^## (.+)$/gm)].map(([, words = '']) => words);
  expect(chapters.length).toBeGreaterThan(15);
  const contents = elements.find((element) => attribute(element, 'aria-label') === '目录')!;
  const places = elementsOf(contents)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => attribute(link, 'href').slice(1));
  const headings = elements.filter(({ tagName }) => tagName === 'h2').map((each) => attribute(each, 'id'));
  expect(places).toEqual(headings);
  expect(places).toHaveLength(chapters.length);
});

test('serves every picture with its width and height', async () => {
  const { elements } = await manual(stranger);
  const pictures = elements.filter(({ tagName }) => tagName === 'img');
  expect(pictures.length).toBeGreaterThanOrEqual(10);
  for (const picture of pictures) {
    const answer = await stranger.get(`/admin/manual/${attribute(picture, 'src')}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(150 * 1024);
    expect([attribute(picture, 'width'), attribute(picture, 'height')]).toEqual([
      String(bytes.readUInt32BE(16)),
      String(bytes.readUInt32BE(20)),
    ]);
    expect(attribute(picture, 'alt').length).toBeGreaterThan(5);
  }
});

test('serves its style sheets, and allows no script', async () => {
  const answer = await stranger.get('/admin/manual/');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
  const { elements } = await manual(stranger);
  const sheets = elements.filter((element) => attribute(element, 'rel') === 'stylesheet');
  expect(sheets).toHaveLength(2);
  for (const sheet of sheets) {
    const { status, headers } = await stranger.get(attribute(sheet, 'href'));
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  }
});

test.each([
  '/admin/manual/editing/none.png',
  '/admin/manual/editing/..%2F..%2Fpackage.json',
  '/admin/manual/editing/..%2Fsite.png',
  '/admin/manual/manual.ts',
  '/admin/manual/editing/',
])('does not serve %s', async (address) => {
  expect((await stranger.get(address)).status).toBe(404);
});

test('is linked from the account and sign-in pages', async () => {
  for (const [who, address] of [
    [stranger, '/admin/sign-in'],
    [zhang, '/admin/accounts'],
    [zhang, '/admin/password'],
  ] as const) {
    expect(await (await who.get(address)).text()).toContain('<a href="/admin/manual/">使用手册</a>');
  }
});

test('has no Markdown problems, and covers all picture types and callouts', () => {
  expect(renderMarkdown(source.replace(/^# .*\n/, '')).problems).toEqual([]);
  for (const type of pictureTypes.filter((each) => each !== 'jpeg')) expect(source).toContain(type);
  for (const [, word = ''] of calloutExamples.matchAll(/:::(\p{Script=Han}+)/gu))
    expect(source).toContain(`“${word}”`);
});
