import { expect, test } from 'vitest';
import { articleData, asScriptText, eventData, organizationData } from './structured-data.ts';

test('includes known values and leaves out missing ones', () => {
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

test('gives an event time, place, organizers and cancellation', () => {
  const event = {
    url: 'https://hub.example/e/',
    name: '登门维修日',
    description: '修水龙头',
    start: '2026-12-12T09:00:00+08:00',
    place: '大榕树下',
    organizers: [{ name: '物业', url: 'https://hub.example/o/' }],
  };
  expect(eventData({ ...event, cancelled: false })).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: '登门维修日',
    description: '修水龙头',
    url: 'https://hub.example/e/',
    inLanguage: 'zh-CN',
    startDate: '2026-12-12T09:00:00+08:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: '大榕树下', address: '大榕树下' },
    organizer: [{ '@type': 'Organization', name: '物业', url: 'https://hub.example/o/' }],
  });
  expect(eventData({ ...event, cancelled: true })['eventStatus']).toBe('https://schema.org/EventCancelled');
});

test('does not let a title end the script element', () => {
  const text = asScriptText({ headline: '</script><b>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ headline: '</script><b>' });
});
