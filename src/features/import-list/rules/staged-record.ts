import type { Answer } from '#kernel/answer.ts';
import type { PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { AreaCode } from '#kernel/statutory/area-code.ts';
import type { Kbli } from '#kernel/statutory/kbli.ts';
import type { Sex } from '#kernel/statutory/nik.ts';
import type { UmkmScale } from '#kernel/statutory/scale.ts';
import type { GuessedSector } from './guess-sector.ts';

/** Rupiah of a year, or people; `amountUpper` is the upper end of a band. */
export type StagedFigure = {
  readonly kind: 'sales' | 'capital' | 'workers' | 'workers_male' | 'workers_female';
  readonly year: number;
  readonly amount: Rupiah;
  readonly amountUpper: Rupiah | null;
};

export type StagedEvidence = {
  readonly kind: 'npwp' | 'pirt' | 'halal' | 'bpom' | 'sni' | 'other';
  readonly number: string;
};

/**
 * A row of a list, checked and in the forms of the register: identifiers as digits, phones in E.164, money in whole
 * rupiah a year, areas by code. Names stay as written, trimmed. Null is unknown, never "none".
 */
export type StagedRecord = {
  readonly owner: {
    readonly fullName: string | null;
    readonly nik: string | null;
    readonly nikAnswer: Exclude<Answer, 'known'> | null;
    readonly noKk: string | null;
    readonly sex: Sex | null;
    readonly birthDate: PlainDate | null;
    readonly disability: 'yes' | 'no' | null;
    readonly phones: readonly string[];
    /** Left out by lists that were read before there was such a field. */
    readonly email?: string | null;
    readonly homeAddress: string | null;
  };
  readonly enterprise: {
    /** As written, or made of activity and owner where the list names only the owner (`isNameMade`). */
    readonly name: string;
    readonly isNameMade: boolean;
    readonly brand: string | null;
    readonly activity: string | null;
    readonly products: readonly string[];
    readonly sector: GuessedSector;
    /** `isGuessed`: from the words of the list, not from a code in it. */
    readonly kbli: (Kbli & { readonly isGuessed: boolean }) | null;
    readonly nib: string | null;
    readonly nibAnswer: Exclude<Answer, 'known'> | null;
    readonly legalForm: string | null;
    readonly reportedScale: UmkmScale | null;
    /** The first of the month or year where the list knows no more. */
    readonly startedOn: PlainDate | null;
  };
  readonly place: {
    readonly villageCode: AreaCode | null;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly hamlet: string | null;
    readonly address: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
  };
  readonly figures: readonly StagedFigure[];
  readonly evidences: readonly StagedEvidence[];
  readonly notes: string | null;
  readonly sourceKey: string | null;
  /** The sheet came from this register and says itself which enterprise the row is. */
  readonly enterpriseId: string | null;
};
