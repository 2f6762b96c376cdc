import { listArrivals } from '#features/register-enterprise/index.server.ts';
import { decidePair } from '#features/resolve-duplicates/commands/decide-pair.server.ts';
import { drawSample } from '#features/resolve-duplicates/commands/quality-sample.server.ts';
import { setPolicy } from '#features/resolve-duplicates/commands/set-policy.server.ts';
import { aCandidatePair } from '#features/resolve-duplicates/factory.ts';
import { markLinked } from '#features/resolve-duplicates/link-mark-store.server.ts';
import { insertRun, updateRun } from '#features/resolve-duplicates/run-store.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

export type FilledPairs = {
  /** Two pairs that wait, and an enterprise of the first. */
  pairId: string;
  pairEnterpriseId: string;
  otherPairId: string;
  decidedPairId: string;
  askedPairId: string;
  questionId: string;
  /** Drawn to measure quality. */
  sampleId: string;
  otherSampleId: string;
  /** A search whose preview waits. */
  runId: string;
};

/** A pair at each of its stations, and what steers them. */
export async function fillPairs(
  services: Services,
  actor: Actor,
  { officeCode, villageCode, word }: { officeCode: string; villageCode: string; word: string },
): Promise<FilledPairs> {
  const pair = (name: string, more: object = {}) => {
    const record = { name: `${name} ${word}`, owner: `Pemilik ${word}`, village: villageCode };
    return aCandidatePair(services, actor, { left: record, right: record, villageCode, ...more });
  };
  const decide = async (pairId: string, decision: string) => {
    const outcome = await execute(services, actor, decidePair, { pairId, decision });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  };
  const waiting = await pair('Dua Kali');
  const other = await pair('Dua Lagi');
  const decided = await pair('Sudah Putus');
  await decide(decided.pairId, 'different');
  const asked = await pair('Ditanya');
  await decide(asked.pairId, 'unsure');
  const drawn = await execute(services, actor, drawSample, {});
  const chosen = await execute(services, actor, setPolicy, { target: '10000' });
  if (!drawn.ok || !chosen.ok) throw new Error('no sample or no policy');
  const runId = newId();
  await pair('Usulan', { insertion: { foundBy: 'register', runId, proposed: true } });
  return inOneTransaction(services, actor, async ({ trx, now }) => {
    await insertRun(trx, officeCode, {
      runId,
      kind: 'register',
      taskId: null,
      startedAt: now,
      foundBy: `Pencari ${word}`,
    });
    const counts = { enterprises: 9, compared: 9, sure: 0, review: 1, no: 8, clusters: 0, largestCluster: 0 };
    await updateRun(trx, officeCode, runId, { status: 'previewed', counts });
    await trx
      .insertInto('linkageModels')
      .values({ officeCode, modelId: newId(), model: '{}', trainedAt: now })
      .execute();
    // As if all had been linked: the worker, once there, finds nothing to do.
    const { horizon } = await listArrivals(trx, officeCode, 0);
    await markLinked(trx, officeCode, horizon, now);
    const question = await trx
      .selectFrom('villageQuestions')
      .select('questionId')
      .where('officeCode', '=', officeCode)
      .executeTakeFirstOrThrow();
    const samples = await trx
      .selectFrom('qualitySamples')
      .select('sampleId')
      .where('officeCode', '=', officeCode)
      .orderBy('sampleId')
      .execute();
    return {
      pairId: waiting.pairId,
      pairEnterpriseId: waiting.leftId,
      otherPairId: other.pairId,
      decidedPairId: decided.pairId,
      askedPairId: asked.pairId,
      questionId: question.questionId,
      sampleId: samples[0]?.sampleId ?? '',
      otherSampleId: samples[1]?.sampleId ?? '',
      runId,
    };
  });
}
