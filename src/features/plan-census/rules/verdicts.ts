import type { PlainDate } from '#kernel/calendar.ts';

/** What a visit finds of a listed enterprise: the values that `operation` has in the register, but for `unknown`. */
export const verdicts = [
  'produces',
  'services',
  'works_for_others',
  'trades_only',
  'paused',
  'closed',
  'moved',
  'duplicate',
  'never_existed',
  'not_found',
  'refused',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Who said what cannot be seen; the choices of `asked_whom` in the core questionnaire. */
export const witnesses = ['owner', 'family', 'neighbour', 'rt_head', 'village', 'kader'] as const;
export type Witness = (typeof witnesses)[number];

/** What a submission brings along to prove its verdict. */
export type VerdictFacts = {
  verdict: Verdict;
  /** Photos of the place or the work. */
  photos: number;
  hasPosition: boolean;
  note: string | null;
  /** Who was asked; the same kind may occur twice, for two people. */
  witnesses: readonly Witness[];
  /** Every day (WIB) on which somebody stood there, this one included; a day may occur twice. */
  triedOn: readonly PlainDate[];
  /** Where it moved, as people say it; "nobody knows" is an answer. Null: not asked. */
  movedTo: string | null;
  /** The row or enterprise that this is a double of, or its name. */
  duplicateOf: string | null;
  /** Year, month or day since which it stands still. */
  pausedSince: string | null;
  /** Why it stands still: a season, or another reason. Null: not asked. */
  pauseReason: string | null;
};

/** What proves something, as one yes-or-no question each; the words for it are the phone's. */
const proofTests = {
  photo: ({ photos }) => photos > 0,
  position: ({ hasPosition }) => hasPosition,
  note: (facts) => hasNote(facts),
  photo_or_note: (facts) => facts.photos > 0 || hasNote(facts),
  witness_or_photo: ({ witnesses, photos }) => witnesses.length > 0 || photos > 0,
  rt_or_two_witnesses: ({ witnesses }) => speaksForVillage(witnesses) || witnesses.length >= 2,
  second_day_or_rt: ({ triedOn, witnesses }) => new Set(triedOn).size >= 2 || speaksForVillage(witnesses),
  second_day_or_photo_or_position: ({ triedOn, photos, hasPosition }) =>
    new Set(triedOn).size >= 2 || photos > 0 || hasPosition,
  moved_to: ({ movedTo }) => movedTo !== null,
  duplicate_of: ({ duplicateOf }) => duplicateOf !== null,
  paused_since: ({ pausedSince }) => pausedSince !== null,
  pause_reason: ({ pauseReason }) => pauseReason !== null,
} satisfies Record<string, (facts: VerdictFacts) => boolean>;
export type Proof = keyof typeof proofTests;

const hasNote = ({ note }: VerdictFacts): boolean => note !== null && note.trim() !== '';
/** An RT head's word; the village office, which keeps the RT's books, counts the same. */
const speaksForVillage = (asked: readonly Witness[]): boolean =>
  asked.includes('rt_head') || asked.includes('village');

export type VerdictRule = {
  /** All of these are needed. */
  proof: readonly Proof[];
  /**
   * Whether an approved verdict makes the enterprise *verified* (sudah dicek). Not where nobody could look: refused,
   * not found, moved to where it has not been seen; nor for a double, whose survivor is verified by its own visit.
   */
  verifies: boolean;
  /** When the row counts as visited: at once, or only with its proof, until when it is to be tried again. */
  visited: 'at_once' | 'when_proven';
  /** Which questions follow: the whole form, its core alone, or none. */
  questions: 'all' | 'core' | 'none';
};

/** K5 as a table: what each verdict needs and brings about. In the register `operation` becomes the verdict itself. */
export const verdictRules: Readonly<Record<Verdict, VerdictRule>> = {
  produces: { proof: ['photo', 'position'], verifies: true, visited: 'at_once', questions: 'all' },
  services: { proof: ['photo', 'position'], verifies: true, visited: 'at_once', questions: 'all' },
  // Who works for others does so at home, on somebody else's goods: a photo may be unwelcome, a word about it is not.
  works_for_others: {
    proof: ['photo_or_note', 'position'],
    verifies: true,
    visited: 'at_once',
    questions: 'core',
  },
  trades_only: {
    proof: ['photo_or_note', 'position'],
    verifies: true,
    visited: 'at_once',
    questions: 'core',
  },
  paused: { proof: ['paused_since', 'pause_reason'], verifies: true, visited: 'at_once', questions: 'core' },
  closed: { proof: ['witness_or_photo'], verifies: true, visited: 'at_once', questions: 'none' },
  moved: { proof: ['moved_to', 'witness_or_photo'], verifies: false, visited: 'at_once', questions: 'none' },
  duplicate: { proof: ['duplicate_of'], verifies: false, visited: 'at_once', questions: 'none' },
  never_existed: {
    proof: ['rt_or_two_witnesses'],
    verifies: true,
    visited: 'at_once',
    questions: 'none',
  },
  // Two days, or one with the RT's word and a sign that somebody was there.
  not_found: {
    proof: ['second_day_or_rt', 'second_day_or_photo_or_position'],
    verifies: false,
    visited: 'when_proven',
    questions: 'none',
  },
  refused: { proof: ['note', 'position'], verifies: false, visited: 'at_once', questions: 'none' },
};

/**
 * What a submission's verdict still needs; empty where nothing. The phone asks for it before the work is called
 * finished, the supervisor sees it; it is no reason to turn a delivery away.
 */
export function missingProof(facts: VerdictFacts): Proof[] {
  return verdictRules[facts.verdict].proof.filter((proof) => !proofTests[proof](facts));
}

/** Whether the row is done with this, or is to be tried again (a first "not found" ends nothing). */
export function endsRow(facts: VerdictFacts): boolean {
  return verdictRules[facts.verdict].visited === 'at_once' || missingProof(facts).length === 0;
}
