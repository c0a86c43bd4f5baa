import { useEffect, useState } from 'react';
import { subscribe } from '../study/store.ts';

/** A value of the store, updated after each change in this tab or another. */
export function useStored<T>(read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(
    () =>
      subscribe(() => {
        setValue(read());
      }),
    [read],
  );
  return value;
}
