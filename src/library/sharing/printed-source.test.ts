import { expect, test } from 'vitest';
import type { Article } from '../entries/article.ts';
import { printedSource } from './printed-source.ts';

type Site = Article<'site'>['data'];

test('prints only fields that have a value', () => {
  expect(printedSource({ title: '共建中心' } as Site, undefined, '2026-03-05')).toEqual([
    '天数和数字算到2026年3月5日',
  ]);
});

test('prints all fields in order, with the hours after the telephone', () => {
  const site = {
    title: '共建中心',
    organiser: '后勤党支部',
    coOrganiser: '幸福里社区',
    address: '幸福路 1 号',
    phone: '6555 0123',
    phoneHours: '8:00—17:00',
    email: 'a@example.cn',
    identifier: '1234567890',
    icp: '京ICP备1号',
    publicSecurity: '京公网安备2号',
  } as Site;
  expect(printedSource(site, 'https://hub.example.cn/about/', '2026-03-05')).toEqual([
    '主办：后勤党支部',
    '承办：幸福里社区',
    '地址：幸福路 1 号',
    '服务电话：6555 0123（8:00—17:00）',
    '邮箱：a@example.cn',
    '网站标识码：1234567890',
    '京ICP备1号',
    '京公网安备2号',
    '网址：https://hub.example.cn/about/',
    '天数和数字算到2026年3月5日',
  ]);
  const { phoneHours: _, ...rest } = site;
  expect(printedSource(rest as Site, undefined, '2026-03-05')).toContain('服务电话：6555 0123');
});
