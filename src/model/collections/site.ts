import { defineCollection } from '../collection.ts';
import { sample } from './shared-fields.ts';

/** Marks in the footer appear only where they are filled in: none is ever invented. */
export const site = defineCollection({
  name: 'site',
  label: '站点设置',
  description: '站点名称、联系方式和页脚标识。没有填写的标识不会出现在页面上。',
  counter: '份',
  title: 'title',
  single: true,
  fields: {
    title: { kind: 'text', label: '站点名称', max: 30 },
    tagline: { kind: 'text', label: '一句话介绍', hint: '显示在首页站点名称下方', max: 60 },
    description: { kind: 'longText', label: '站点说明', hint: '供搜索引擎和分享时使用', max: 160 },
    keywords: { kind: 'text', label: '关键词', hint: '用中文逗号分开', max: 80, optional: true },
    organiser: { kind: 'text', label: '主办单位', max: 40, optional: true },
    coOrganiser: { kind: 'text', label: '承办单位', max: 60, optional: true },
    address: { kind: 'text', label: '地址', max: 80, optional: true },
    phone: { kind: 'text', label: '服务电话', format: 'phone', optional: true },
    phoneHours: { kind: 'text', label: '接听时间', hint: '如：工作日 8:30—17:30', max: 40, optional: true },
    email: { kind: 'text', label: '邮箱', format: 'email', optional: true },
    domain: { kind: 'text', label: '站点域名', format: 'domain', optional: true },
    identifier: { kind: 'text', label: '网站标识码', max: 20, optional: true },
    icp: { kind: 'text', label: 'ICP 备案号', max: 40, optional: true },
    publicSecurity: { kind: 'text', label: '公网安备号', max: 40, optional: true },
    emblem: {
      kind: 'picture',
      label: '标志',
      hint: '单位正式标志的图片文件；不填则只显示站名',
      optional: true,
    },
    mourning: {
      kind: 'parts',
      label: '哀悼日',
      hint: '这些日子里全站变成灰色，首日和末日都算',
      part: '哀悼日',
      optional: true,
      max: 20,
      fields: {
        from: { kind: 'day', label: '首日' },
        until: { kind: 'day', label: '末日', notBefore: 'from' },
      },
    },
    synonyms: {
      kind: 'parts',
      label: '搜索的同义说法',
      hint: '居民换着说的词，一组一行：搜其中一个，也会查找另外几个',
      part: '一组说法',
      optional: true,
      max: 200,
      fields: {
        words: { kind: 'text', label: '说法', hint: '用顿号分开，如：老人饭堂、老年食堂', max: 120 },
      },
    },
    pins: {
      kind: 'parts',
      label: '搜索的置顶页面',
      hint: '搜这个词时排在最前面的页面',
      part: '置顶页面',
      optional: true,
      max: 200,
      fields: {
        word: { kind: 'text', label: '搜索词', max: 20 },
        page: { kind: 'text', label: '页面地址', hint: '以 / 开头，如 /orgs/houqin-fuwu/', max: 120 },
      },
    },
    sample,
    body: { kind: 'markdown', label: '关于本站' },
  },
});
