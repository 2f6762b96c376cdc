import { maskEmail } from '#kernel/email.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { maskNoKk } from '#kernel/statutory/no-kk.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import type { KnownRecord, Merged } from './merge-record.ts';

type Change = { field: string; before: string | null; after: string | null };

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));

/** What a row changed, for the history of its enterprise; numbers of persons masked. */
export function historyOf(
  known: Pick<KnownRecord, 'owner' | 'enterprise' | 'place'>,
  merged: Merged,
): Change[] {
  const { nik, noKk, email, ...owner } = merged.owner;
  const part = (set: Readonly<Record<string, unknown>>, before: object | null): Change[] =>
    Object.entries(set).map(([field, value]) => ({
      field,
      before: text((before as Record<string, unknown> | null)?.[field]),
      after: text(value),
    }));
  return [
    ...part(owner, known.owner),
    ...(nik === undefined ? [] : [{ field: 'nik', before: null, after: maskNik(String(nik)) }]),
    ...(noKk === undefined ? [] : [{ field: 'noKk', before: null, after: maskNoKk(String(noKk)) }]),
    ...(email === undefined ? [] : [{ field: 'email', before: null, after: maskEmail(String(email)) }]),
    ...part(merged.enterprise, known.enterprise),
    ...part(merged.place, known.place),
    ...merged.phones.map((number) => ({ field: 'phone', before: null, after: maskPhone(number) })),
    ...merged.products.map((name) => ({ field: 'product', before: null, after: name })),
    ...merged.figures.map(({ kind, year, amount }) => ({
      field: `${kind}.${year}`,
      before: null,
      after: String(amount),
    })),
    ...merged.evidences.map(({ kind, number }) => ({
      field: `evidence.${kind}`,
      before: null,
      after: number,
    })),
  ];
}
