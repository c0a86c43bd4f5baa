import { addressStoppers } from './addresses.ts';
import { fieldStoppers } from './fields.ts';
import { bodyStoppers, fileStoppers, pathStoppers } from './files-and-bodies.ts';

/** Everything that was thought to stop a build, each in an entry of its own. */
export const stoppers = [
  ...addressStoppers,
  ...fieldStoppers,
  ...fileStoppers,
  ...bodyStoppers,
  ...pathStoppers,
];

/** What the stoppers need: the settings of the site, and a unit. */
export const around: Readonly<Record<string, string>> = {
  'site/index.md': `---
title: 示例共建平台
tagline: 学校后勤与社区一起办实事
description: 示例职业技术学院后勤党总支与示例社区党委共建的知识平台。
synonyms:
  - words: constructor、__proto__
pins:
  - word: constructor
    page: /orgs/shequ/
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
  'orgs/shequ/geheim.csv': 'a\n1\n',
};
