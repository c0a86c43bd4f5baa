import { expect, test } from 'vitest';
import { telephoneAddress } from './telephone.ts';

test.each([
  ['010-6555 0123', 'tel:01065550123'],
  ['+86 10 6555-0123', 'tel:+861065550123'],
  ['12345', 'tel:12345'],
])('%s becomes %s', (number, address) => {
  expect(telephoneAddress(number)).toBe(address);
});
