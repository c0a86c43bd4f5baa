import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from '../accounts/permissions.ts';

export const zhang: Person = { username: 'zhang', name: '张敏', email: 'zhang@hub.invalid', role: 'owner' };
export const li: Person = { username: 'li', name: '李强', email: 'li@hub.invalid', role: 'editor' };

export const fixtureContent: Readonly<Record<string, string>> = {
  'site/index.md': `---
title: 示例共建平台
tagline: 学校后勤与社区一起办实事
description: 示例职业技术学院后勤党总支与示例社区党委共建的知识平台。
---

这里介绍本站。
`,
  'orgs/shequ/index.md': `---
title: 示例社区党委
slug: shequ
shortName: 示例社区
type: community-party
summary: 统筹社区服务和民情收集。
---

社区党委的介绍。
`,
  'notices/2026/tingshui/index.md': noticeText('停水通知', 'tingshui', '本周六上午停水四小时。'),
};

export function noticeText(title: string, slug: string, body: string): string {
  return `---
title: ${title}
slug: ${slug}
published: 2026-03-15T09:30:00+08:00
summary: ${title}的摘要。
orgs:
  - shequ
---

${body}
`;
}

export const noticePath = (slug: string): string => `content/notices/2026/${slug}/index.md`;

export interface FixtureHub {
  folder: string;
  content: string;
  cleanUp(): Promise<void>;
}

/** A content folder with three entries, in a temporary folder. */
export async function fixtureHub(): Promise<FixtureHub> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-test-'));
  const content = path.join(folder, 'content');
  for (const [name, text] of Object.entries(fixtureContent)) {
    await mkdir(path.join(content, path.dirname(name)), { recursive: true });
    await writeFile(path.join(content, name), text);
  }
  return { folder, content, cleanUp: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
