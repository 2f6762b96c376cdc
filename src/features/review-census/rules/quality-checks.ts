import type { Finding, QualityCheck } from './quality-finding.ts';
import { defaultQualityLimits, type QualityLimits } from './quality-limits.ts';
import { type CheckedSales, type SalesSpread, salesOutOfRange } from './sales-checks.ts';

/** What a photo looks like, in 8 bytes (dHash). Its very bytes tell nothing: they are sealed anew each time. */
type Likeness = Uint8Array;

export type CheckedSubmission = {
  submissionId: string;
  /** The listed row or the new enterprise: what was answered again for the same one is no double. */
  subjectId: string;
  /** Milliseconds since 1970 UTC, by the office's clock. */
  startedAt: number;
  finishedAt: number;
  receivedAt: number;
  /** Seconds by which the phone's clock was ahead of the office's when last compared; null: never compared. */
  clockOffSeconds: number | null;
  /** Time in the form, without pauses, and questions that it put. */
  activeSeconds: number;
  questionsAsked: number;
  /** 0 inside the kelurahan; null where there is no position or no border to measure from. */
  metresFromVillage: number | null;
  accuracyMetres: number | null;
  photos: readonly Likeness[];
  sales: CheckedSales;
  /** What the verdict still lacks, by the names of the verdict table; and photos that the phone has not delivered yet. */
  missingProof: readonly string[];
  photosAwaited: number;
};

/** What others brought, looked up for this one submission. */
export type Surroundings = {
  /** Photos of other submissions of the round. */
  photos: readonly { submissionId: string; subjectId: string; likeness: Likeness }[];
  /** Enterprises that gave the same phone number, this one included; 0 where it gave none. */
  enterprisesWithPhone: number;
  /** How many submissions in a row of this enumerator, up to this one, have the same answers (`sameAnswerRun`). */
  sameAnswerRun: number;
  /** Sales of the same sector (`spreadOfSales`); null where too few are known. */
  salesSpread: SalesSpread | null;
};

/** All checks on one submission, in the order in which a supervisor reads them: likely wrong ones first. */
export function checkSubmission(
  submission: CheckedSubmission,
  around: Surroundings,
  limits: QualityLimits = defaultQualityLimits,
): Finding[] {
  const findings = [
    tooQuick(submission, limits),
    farAway(submission, limits),
    samePhoto(submission, around.photos, limits),
    proofMissing(submission),
    ...clockAndNight(submission, limits),
    atLeast('same_phone', around.enterprisesWithPhone, limits.enterprisesPerPhone, 'enterprises'),
    atLeast('same_answers', around.sameAnswerRun, limits.sameAnswersInARow, 'submissions'),
    ...salesOutOfRange(submission.sales, around.salesSpread, limits),
  ].filter((finding) => finding !== null);
  return [
    ...findings.filter(({ severity }) => severity === 'likely_wrong'),
    ...findings.filter(({ severity }) => severity === 'look'),
  ];
}

function tooQuick(
  { activeSeconds, questionsAsked }: CheckedSubmission,
  { secondsPerQuestion, fewestTimedQuestions }: QualityLimits,
): Finding | null {
  if (questionsAsked < fewestTimedQuestions) return null;
  const each = activeSeconds / questionsAsked;
  if (each >= secondsPerQuestion.look) return null;
  return {
    check: 'too_quick',
    severity: each < secondsPerQuestion.wrong ? 'likely_wrong' : 'look',
    facts: { seconds: Math.round(activeSeconds), questions: questionsAsked },
  };
}

function farAway(
  { metresFromVillage, accuracyMetres }: CheckedSubmission,
  limits: QualityLimits,
): Finding | null {
  if (metresFromVillage === null) return null;
  const surely = metresFromVillage - (accuracyMetres ?? 0);
  if (surely <= limits.metresFromVillage.look) return null;
  return {
    check: 'far_away',
    severity: surely > limits.metresFromVillage.wrong ? 'likely_wrong' : 'look',
    facts: { metres: Math.round(metresFromVillage), accuracyMetres: Math.round(accuracyMetres ?? 0) },
  };
}

/** One that looks alike may be the same street on the same morning; one that looks the same is likely the same. */
function samePhoto(
  { submissionId, subjectId, photos }: CheckedSubmission,
  others: Surroundings['photos'],
  { photoBits }: QualityLimits,
): Finding | null {
  let nearest: { submissionId: string; bits: number } | null = null;
  for (const own of photos) {
    for (const other of others) {
      const most: number = nearest === null ? photoBits.look : nearest.bits - 1;
      const bits = bitsApart(own, other.likeness, most);
      if (bits === null || other.submissionId === submissionId || other.subjectId === subjectId) continue;
      nearest = { submissionId: other.submissionId, bits };
    }
  }
  if (nearest === null) return null;
  const severity = nearest.bits <= photoBits.wrong ? 'likely_wrong' : 'look';
  return { check: 'same_photo', severity, facts: { submissionId: nearest.submissionId } };
}

const bitsOfByte = Uint8Array.from({ length: 256 }, (_, byte) => {
  let bits = 0;
  for (let left = byte; left > 0; left &= left - 1) bits++;
  return bits;
});

/** Bits in which the two differ, null as soon as there are more than `most`: a round has a hundred thousand photos. */
function bitsApart(one: Likeness, other: Likeness, most: number): number | null {
  let bits = 0;
  for (let at = 0; at < one.length; at++) {
    bits += bitsOfByte[one[at]! ^ (other[at] ?? 0)]!;
    if (bits > most) return null;
  }
  return bits <= most ? bits : null;
}

function proofMissing({ missingProof, photosAwaited }: CheckedSubmission): Finding | null {
  if (missingProof.length === 0) return null;
  const facts = { proofs: missingProof.join(' '), awaited: photosAwaited };
  return { check: 'proof_missing', severity: 'look', facts };
}

/**
 * A clock that is set wrong shows where it was compared, or by work that was finished after it was received. In that
 * second case nobody knows what hour it was, and nothing is said of the night.
 */
function clockAndNight(submission: CheckedSubmission, { clockMinutes, night }: QualityLimits): Finding[] {
  const { startedAt, finishedAt, receivedAt, clockOffSeconds } = submission;
  const ahead = Math.max(0, finishedAt - receivedAt) / 60_000;
  const minutes = Math.round(Math.max(Math.abs(clockOffSeconds ?? 0) / 60, ahead));
  const clock = atLeast('clock_wrong', minutes, clockMinutes, 'minutes');
  const hour = new Date(startedAt + 7 * 3_600_000).getUTCHours();
  // A clock that made no sense was set right by the moment of delivery, which says nothing of the visit.
  const isGuessed =
    finishedAt >= receivedAt - 1_000 && Math.abs(clockOffSeconds ?? 0) >= 60 * clockMinutes.look;
  const isKnown = ahead < clockMinutes.look && !isGuessed;
  const isNight = isKnown && (hour >= night.from || hour < night.to);
  return [
    ...(clock === null ? [] : [clock]),
    ...(isNight ? [{ check: 'at_night' as const, severity: 'look' as const, facts: { hour } }] : []),
  ];
}

function atLeast(
  check: QualityCheck,
  value: number,
  limit: { look: number; wrong: number },
  unit: string,
): Finding | null {
  if (value < limit.look) return null;
  return { check, severity: value >= limit.wrong ? 'likely_wrong' : 'look', facts: { [unit]: value } };
}
