import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and in the first picture of the page, true once scripts run. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
