import type { PlainDate } from '#kernel/calendar.ts';

export type Grade = 'declared' | 'seen' | 'documented';

/** One thing asked of what the register knows. Each answers yes, no, or unknown; unknown is never taken for no. */
export type Question =
  /**
   * Holds a permit or certificate, at least so well proven, that is still valid so many days after the day of counting.
   * None on record is unknown, unless `missing: 'no'` says that it shall count as none.
   */
  | { ask: 'evidence'; kind: string; grade?: Grade; validForDays?: number; missing?: 'no' }
  /** Has a business number (NIB): "belum punya" is a no, "belum ditunjukkan" is unknown. */
  | { ask: 'nib' }
  /** What it was found to do; `produces` is own production. */
  | { ask: 'operation'; in: readonly string[] }
  /** Somebody saw it (sudah dicek), not longer ago than so many months. */
  | { ask: 'verified'; withinMonths?: number }
  /** Size class by law: computed from figures, else as reported. */
  | { ask: 'scale'; in: readonly string[] }
  /** The register's sector; `other` says nothing and is unknown, unless it is asked for. */
  | { ask: 'sector'; in: readonly string[] }
  /** KBLI of that version beginning with one of these digits. A code of another version is unknown, never compared. */
  | { ask: 'kbli'; version: string; beginsWith: readonly string[] }
  /** Lies in one of these villages, districts or regencies (Kemendagri codes). */
  | { ask: 'area'; in: readonly string[] }
  /** Is a member of the group on the day. */
  | { ask: 'group'; groupId: string }
  | { ask: 'started'; atLeastMonths: number }
  /** The newest figure of the kind; a band that reaches over the bound is unknown. Rupiah a year, or people. */
  | { ask: 'figure'; kind: 'sales' | 'capital' | 'workers'; atLeast?: number; atMost?: number }
  /** So many places of the kind at most, of those on record; unknown where no place at all is on record. */
  | { ask: 'premises'; kind: 'production' | 'outlet'; atMost: number }
  | { ask: 'owner_sex'; is: 'female' | 'male' }
  | { ask: 'owner_disability' }
  | { ask: 'owner_age'; atLeast?: number; atMost?: number }
  /**
   * Received such support at least and at most so many times (once, where neither is said) since then; nothing on record
   * counts as none. Without `outcome` an enrolment that nobody came to (absent) is not counted.
   */
  | {
      ask: 'support';
      kind?: string;
      topic?: string;
      outcome?: 'received' | 'completed' | 'left' | 'absent';
      withinMonths?: number;
      atLeast?: number;
      atMost?: number;
    }
  /** Judged by the rubric, every aspect at this level or above, not longer ago than so many months. */
  | { ask: 'assessed'; rubricId: string; level: number; aspect?: string; withinMonths?: number };

/** Questions joined by strong three-valued logic (Kleene): what is not known stays so unless it cannot matter. */
export type Condition =
  | Question
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { atLeast: number; of: readonly Condition[] };

/** One numbered line of a programme's conditions, as the public reads it. */
export type ConditionLine = {
  /** Stays the same from version to version. */
  key: string;
  label: { id: string; en: string };
  when: Condition;
  /** What to do about a no, e.g. "Urus NIB di oss.go.id atau di loket kami". */
  remedy?: { id: string; en: string };
};

/** All lines must be met. */
export type ConditionSet = { lines: readonly ConditionLine[] };

export type Answer = 'no' | 'yes' | 'unknown';

export type Figure = {
  kind: string;
  year: number;
  amount: number;
  /** Null for an exact figure; a band reaches from `amount` to here, without end where it is Infinity. */
  upper: number | null;
};

/** What one enterprise that stands for itself is known by, over all records that are one. Days as YYYY-MM-DD. */
export type Facts = {
  enterpriseId: string;
  nib: 'known' | 'none_yet' | 'unknown';
  operation: string;
  verifiedOn: PlainDate | null;
  scale: string | null;
  sector: string;
  kbli: { version: string; code: string } | null;
  villageCode: string | null;
  startedOn: PlainDate | null;
  ownerSex: 'female' | 'male' | null;
  ownerDisability: 'no' | 'yes' | 'declined' | null;
  ownerBirthDate: PlainDate | null;
  /** Standing ones only. */
  evidences: readonly {
    kind: string;
    grade: Grade;
    issuedOn: PlainDate | null;
    expiresOn: PlainDate | null;
  }[];
  groups: readonly { groupId: string; joinedOn: PlainDate | null; leftOn: PlainDate | null }[];
  /** The newest of each kind, men and women added up as `workers` (rules/newest-figures.ts). */
  figures: readonly Figure[];
  premises: readonly { kind: string }[];
  supports: readonly { kind: string; topic: string; outcome: string; startedOn: PlainDate; title: string }[];
  /** The newest of each rubric. */
  assessments: readonly {
    rubricId: string;
    assessedOn: PlainDate;
    levels: Readonly<Record<string, number>>;
  }[];
};
