/** What the browser says of its room on this phone, in bytes; null where it does not say. */
export type Space = { used: number | null; left: number | null; isKept: boolean };

/** Below this there is no room for a day's photos. */
export const littleSpace = 25 * 1024 * 1024;

/** Asks the browser never to clear our data by itself; it grants that mostly to installed apps. */
export async function keepStorage(storage: StorageManager | undefined = navigator.storage): Promise<boolean> {
  try {
    return (await storage?.persisted()) || (await storage?.persist()) || false;
  } catch {
    return false;
  }
}

export async function readSpace(storage: StorageManager | undefined = navigator.storage): Promise<Space> {
  try {
    const { usage, quota } = await storage!.estimate();
    const left = usage === undefined || quota === undefined ? null : quota - usage;
    return { used: usage ?? null, left, isKept: await storage!.persisted() };
  } catch {
    return { used: null, left: null, isKept: false };
  }
}
