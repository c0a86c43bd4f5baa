import { describe, expect, test } from 'vitest';
import { fileAddress, fileFinder, pathInAddress, withRealNames } from './file-finder.ts';
import type { Fields } from '../fields.ts';

const composed = 'caf\u00e9.jpg';
const decomposed = 'cafe\u0301.jpg';
const find = fileFinder([
  'a/食堂 照片.jpg',
  'a/a.jpg',
  'a/图/b.jpg',
  'a/100%20.jpg',
  'a/1#楼.jpg',
  'a/是否?.jpg',
  'a/完成率80%.pdf',
  `a/${decomposed}`,
  'b/a.jpg',
]);

describe('a name in folder a', () => {
  test.each([
    ['食堂 照片.jpg', '食堂 照片.jpg', ''],
    ['食堂%20照片.jpg', '食堂 照片.jpg', ''],
    ['%E9%A3%9F%E5%A0%82%20%E7%85%A7%E7%89%87.jpg', '食堂 照片.jpg', ''],
    ['./食堂%20照片.jpg', '食堂 照片.jpg', ''],
    [' a.jpg ', 'a.jpg', ''],
    ['a.jpg?x=1', 'a.jpg', '?x=1'],
    ['a.jpg#x', 'a.jpg', '#x'],
    ['a.jpg?x=1#y?z', 'a.jpg', '?x=1#y?z'],
    ['./图/../a.jpg', 'a.jpg', ''],
    ['图//b.jpg', '图/b.jpg', ''],
    ['%E5%9B%BE/b.jpg?1', '图/b.jpg', '?1'],
    // The literal name is tried first: these files really have such names.
    ['100%20.jpg', '100%20.jpg', ''],
    ['1#楼.jpg', '1#楼.jpg', ''],
    ['1%23楼.jpg', '1#楼.jpg', ''],
    ['是否?.jpg', '是否?.jpg', ''],
    ['完成率80%.pdf', '完成率80%.pdf', ''],
    ['完成率80%.pdf#page=2', '完成率80%.pdf', '#page=2'],
    [composed, decomposed, ''],
    [decomposed, decomposed, ''],
    ['caf%C3%A9.jpg', decomposed, ''],
  ])('%j finds %j', (src, name, rest) => {
    expect(find('a', src)).toEqual({ path: `a/${name}`, rest });
  });

  test.each(['b.jpg', '../b/a.jpg', '../../a.jpg', '/a.jpg', '/a/a.jpg', '', '?', '#', '.', '图', 'a%2.jpg'])(
    '%j finds nothing',
    (src) => {
      expect(find('a', src)).toBeUndefined();
    },
  );

  test.each([
    ['A.JPG', 'a.jpg'],
    ['a.Jpg?x', 'a.jpg'],
    ['图/B.jpg', '图/b.jpg'],
    ['CAF%C3%89.jpg', decomposed],
  ])('%j finds only a file with different upper and lower case', (src, near) => {
    expect(find('a', src)).toEqual({ near });
  });
});

test('fileAddress encodes a path so that a browser asks for the same file', () => {
  const path = 'a/1#楼 50%?&.pdf';
  const { pathname, hash, search } = new URL(fileAddress(path), 'https://hub.example.cn');
  expect([decodeURIComponent(pathname), hash, search]).toEqual([`/files/${path}`, '', '']);
  expect(pathInAddress(fileAddress(path))).toBe(path);
});

test('withRealNames replaces file names, in lists and parts too, and keeps everything else', () => {
  const file = { kind: 'file', label: '附件', extensions: ['pdf'] } as const;
  const fields: Fields = {
    cover: { kind: 'picture', label: '题图' },
    files: { ...file, many: true },
    proof: { kind: 'text', label: '依据', format: 'evidence' },
    page: { kind: 'text', label: '页面', format: 'evidence' },
    log: {
      kind: 'parts',
      label: '记录',
      part: '步',
      fields: { proof: { kind: 'text', label: '依据', format: 'evidence' } },
    },
    title: { kind: 'text', label: '标题' },
  };
  const data = {
    cover: { src: './食堂%20照片.jpg', alt: '食堂%20' },
    files: [
      { src: '完成率80%.pdf#page=2', title: '一' },
      { src: '没有.pdf', title: '二' },
    ],
    proof: 'a.jpg?x',
    page: '/a.jpg',
    log: [{ proof: '图%2Fb.jpg' }],
    title: '食堂%20照片.jpg',
  };
  expect(withRealNames(fields, data, 'a', find)).toEqual({
    ...data,
    cover: { src: '食堂 照片.jpg', alt: '食堂%20' },
    files: [
      { src: '完成率80%.pdf', title: '一' },
      { src: '没有.pdf', title: '二' },
    ],
    proof: 'a.jpg',
    log: [{ proof: '图/b.jpg' }],
  });
});
