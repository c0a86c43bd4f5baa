import { expect, test } from 'vitest';
import { articleData, asScriptText, organizationData } from './structured-data.ts';

test('says what is known and leaves out what is not', () => {
  expect(
    articleData({ url: 'https://hub.example/a/', title: '坡道', description: '修好了', siteName: '共建' }),
  ).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: '坡道',
    description: '修好了',
    url: 'https://hub.example/a/',
    inLanguage: 'zh-CN',
    isPartOf: { '@type': 'WebSite', name: '共建' },
  });
  expect(
    organizationData({ url: 'https://hub.example/o/', name: '食堂', shortName: '食堂', description: '做饭' }),
  ).not.toHaveProperty('alternateName');
});

test('a title cannot end the script element', () => {
  const text = asScriptText({ headline: '</script><b>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ headline: '</script><b>' });
});
