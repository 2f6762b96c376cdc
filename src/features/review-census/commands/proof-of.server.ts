import type { CommandContext } from '#platform/command.server.ts';
import { missingProof, type Proof, type VerdictFacts, verdictFacts } from '../../plan-census/index.server.ts';
import type { PhotoRow, SubmissionRow } from '../../survey-field/index.server.ts';
import { openSubmission, visitedOn } from './open-submission.server.ts';

/** Photos that are at the office, whole and readable so far. */
const hasArrived = ({ state }: Pick<PhotoRow, 'state'>): boolean => state === 'stored' || state === 'ready';

/**
 * What the verdict of a submission still lacks, and how many of its photos are on their way. Sealed answers are opened
 * only where something is missing without them.
 */
export async function proofOf(
  context: CommandContext,
  submission: SubmissionRow,
  { photos, triedOn }: { photos: readonly PhotoRow[]; triedOn: readonly string[] },
): Promise<{ missingProof: Proof[]; photosAwaited: number }> {
  const arrived = photos.filter(hasArrived).length;
  const broken = photos.filter(({ state }) => state === 'broken').length;
  const noted = Array.isArray(submission.photoNotes) ? submission.photoNotes.length : 0;
  const seen: Pick<VerdictFacts, 'photos' | 'hasPosition' | 'triedOn'> = {
    photos: arrived,
    hasPosition: submission.latitude !== null,
    triedOn: [...triedOn, visitedOn(submission)],
  };
  const missingIn = (answers: Readonly<Record<string, unknown>>): Proof[] => {
    const facts = verdictFacts({ ...answers, verdict: submission.verdict }, seen);
    return facts ? missingProof(facts) : [];
  };
  let missing = missingIn(submission.answers as Record<string, unknown>);
  if (missing.length > 0 && submission.personal !== null)
    missing = missingIn((await openSubmission(context, submission)).answers);
  return { missingProof: missing, photosAwaited: Math.max(0, noted - arrived - broken) };
}
