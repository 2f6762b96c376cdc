import type { EnterpriseRecord } from '#likeness/enterprise-record.ts';

/** A record whose `kbli` is of this edition. */
export type RecordOfEdition = EnterpriseRecord & { readonly kbliVersion: string | null };

/**
 * Records whose activity codes can be compared: a code means nothing without its edition, so that those of another
 * edition than most records have are left out.
 */
export function inOneEdition(records: readonly RecordOfEdition[]): EnterpriseRecord[] {
  const counts = new Map<string, number>();
  for (const { kbli, kbliVersion } of records)
    if (kbli !== null && kbliVersion !== null) counts.set(kbliVersion, (counts.get(kbliVersion) ?? 0) + 1);
  const most = [...counts].reduce<[string, number] | null>(
    (best, one) => (best === null || one[1] > best[1] ? one : best),
    null,
  );
  return records.map(({ kbliVersion, ...record }) =>
    record.kbli === null || kbliVersion === most?.[0] ? record : { ...record, kbli: null },
  );
}
