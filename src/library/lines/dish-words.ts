import { menus as description } from '../../model/collections/menus.ts';
import type { Part } from '../ledgers/row.ts';

type Dish = Part<'menus', 'dishes'>;
const { marks, allergens } = description.fields.dishes.fields;

/** 软烂、少盐 … in the words of the form. */
export const dishMarks = (dish: Dish): string[] => (dish.marks ?? []).map((mark) => marks.options[mark]);

/** 含蛋、大豆 */
export function allergensOf(dish: Dish): string | undefined {
  const words = (dish.allergens ?? []).map((each) => allergens.options[each]);
  return words.length === 0 ? undefined : `含${words.join('、')}`;
}
