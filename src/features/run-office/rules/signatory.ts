import type { PlainDate } from '#kernel/calendar.ts';
import type { Signatory } from '#papers/paper.ts';

/** As whom somebody signs: head of the office, PPK, PPTK, treasurer of expenditure, head of the event. */
export const signatoryDuties = [
  'head',
  'commitment_officer',
  'technical_officer',
  'treasurer',
  'organiser',
  'other',
] as const;
export type SignatoryDuty = (typeof signatoryDuties)[number];

/** Who signs, and from when until when (both days included). */
export type SignatoryRow = Signatory & {
  signatoryId: string;
  duty: SignatoryDuty;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  revision: number;
};

/** Whether they sign papers of that day. */
export const signsOn = (
  { validFrom, validTo }: Pick<SignatoryRow, 'validFrom' | 'validTo'>,
  day: PlainDate,
): boolean => validFrom <= day && (validTo === null || day <= validTo);

/** Who signs papers of a day, by duty in the order above; of two with one duty the later one first. */
export function signatoriesOfDay(rows: readonly SignatoryRow[], day: PlainDate): SignatoryRow[] {
  const rank = ({ duty }: SignatoryRow) => signatoryDuties.indexOf(duty);
  return rows
    .filter((row) => signsOn(row, day))
    .toSorted((a, b) => rank(a) - rank(b) || (a.validFrom < b.validFrom ? 1 : -1));
}
