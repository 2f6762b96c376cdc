/** Rows are saved in so many lanes side by side; more would only wait for the disk. */
export const lanes = [0, 1] as const;

/**
 * Which lane a row is saved in. All rows of one owner are in one, in the order of the list: the owner is there before
 * the second business, and two lanes never wait for each other.
 */
export function laneOf({
  ownerId,
  enterpriseId,
}: {
  ownerId: string | null;
  enterpriseId: string | null;
}): number {
  const id = ownerId ?? enterpriseId ?? '';
  // The last digits of an id are random.
  return (Number.parseInt(id.slice(-2), 16) || 0) % lanes.length;
}
