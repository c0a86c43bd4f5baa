import { defineCollection } from '../define-collection.ts';
import { menuRules } from '../rules/menus.ts';
import { weekdays } from '../vocabulary/weekdays.ts';
import { sample, slug } from './shared-fields.ts';

/**
 * A dish has a list of days: porridge is served on seven mornings and entered once. A list of days, each with a list of
 * dishes, would be a deeper and longer form.
 */
export const menus = defineCollection({
  name: 'menus',
  label: '食堂菜单',
  description: '这一周食堂有什么菜，哪些软烂、少盐，哪些含有容易过敏的东西。',
  counter: '份',
  title: 'title',
  date: 'week',
  byYear: true,
  order: 140,
  navigation: { group: 'life' },
  feed: {
    none: 'A week is over before most feed readers update; the poster and the home page show it.',
  },
  columnType: '办事服务',
  rules: menuRules,
  fields: {
    title: { kind: 'text', label: '标题', hint: '如：一食堂 3 月 16 日这一周的菜单', max: 40 },
    slug,
    canteen: { kind: 'relation', label: '食堂所属单位', to: 'orgs' },
    place: { kind: 'text', label: '哪个食堂', hint: '如：一食堂一楼', max: 30 },
    week: { kind: 'day', label: '星期一的日期', hint: '写这一周星期一是哪天', once: true },
    closedDays: { kind: 'choice', label: '不开的日子', many: true, options: weekdays, optional: true },
    note: { kind: 'text', label: '提示', hint: '如：星期三停水，早餐只供馒头', max: 80, optional: true },
    dishes: {
      kind: 'parts',
      label: '菜品',
      hint: '一道菜写一条，选上它哪几天供应',
      part: '菜品',
      min: 1,
      max: 200,
      fields: {
        name: { kind: 'text', label: '菜名', max: 20 },
        days: { kind: 'choice', label: '哪几天', many: true, options: weekdays },
        meal: {
          kind: 'choice',
          label: '哪一餐',
          options: { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' },
        },
        price: { kind: 'number', label: '价格', min: 0, max: 200, unit: '元', optional: true },
        marks: {
          kind: 'choice',
          label: '适合',
          many: true,
          options: { soft: '软烂', 'low-salt': '少盐', 'low-sugar': '少糖', vegetarian: '素', halal: '清真' },
          optional: true,
        },
        allergens: {
          kind: 'choice',
          label: '含过敏原',
          hint: '含有哪些选哪些',
          many: true,
          options: {
            gluten: '麸质（面食）',
            shellfish: '虾蟹贝',
            fish: '鱼',
            egg: '蛋',
            peanut: '花生',
            soy: '大豆',
            milk: '奶',
            nuts: '坚果',
          },
          optional: true,
        },
      },
    },
    sample,
    body: { kind: 'markdown', label: '补充说明', optional: true },
  },
});
