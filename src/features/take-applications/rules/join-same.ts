type Stored = {
  applicationId: string;
  intakeId: string;
  enterpriseId: string;
  status: 'received' | 'withdrawn';
  seq: number;
};
export type Joined<Row> = Omit<Row, 'status'> & {
  /** `joined`: a later application of the same enterprise, answered as the earlier one. */
  status: 'received' | 'withdrawn' | 'joined';
  /** The earlier one that counts. */
  joinedInto: string | null;
};

/**
 * Where two records turned out to be one enterprise, the earliest of their received applications for an intake counts and
 * later ones are joined to it. Worked out whenever applications are read, so that undoing the merge parts them again.
 * @param standsFor enterprise as written → the one that stands for it; itself where it is left out
 */
export function joinSame<Row extends Stored>(
  rows: readonly Row[],
  standsFor: ReadonlyMap<string, string>,
): Joined<Row>[] {
  const earliest = new Map<string, Row>();
  const keyOf = (row: Row) => `${row.intakeId} ${standsFor.get(row.enterpriseId) ?? row.enterpriseId}`;
  for (const row of rows) {
    const known = earliest.get(keyOf(row));
    if (row.status === 'received' && (!known || row.seq < known.seq)) earliest.set(keyOf(row), row);
  }
  return rows.map((row) => {
    const first = earliest.get(keyOf(row));
    const isLater = row.status === 'received' && first !== undefined && first !== row;
    return {
      ...row,
      status: isLater ? 'joined' : row.status,
      joinedInto: isLater ? first.applicationId : null,
    };
  });
}
