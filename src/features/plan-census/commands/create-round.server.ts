import { randomInt } from 'node:crypto';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { roundFacts } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import { insertRound, replaceRoundFrame } from '../round-store.server.ts';
import { faultsInFrame } from './frame-faults.server.ts';
import { ensureQuestionnaire } from './questionnaires.server.ts';

/** Plans a round. Nothing is drawn yet: lists and villages may still be changed. */
export const createRound = defineCommand({
  name: 'census.create_round',
  permission: censusPermissions['census.plan'],
  input: roundFacts,
  async run(context, { sourceListIds, villages, formId, formVersion, ...facts }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const faults = await faultsInFrame(context, { sourceListIds, villages });
    if (!(await ensureQuestionnaire(context, formId, formVersion)))
      faults.push({ path: 'formVersion', code: 'not_a_choice' });
    if (faults.length > 0) return invalid(faults);
    const roundId = newId();
    await insertRound(trx, officeCode, roundId, {
      name: facts.name,
      purpose: facts.purpose,
      legalBasis: facts.legalBasis ?? null,
      bpsNumber: facts.bpsNumber ?? null,
      startsOn: facts.startsOn,
      endsOn: facts.endsOn,
      status: 'planned',
      formId,
      formVersion,
      target: facts.target ?? null,
      sampleSize: facts.sampleSize,
      // Kept, so that anybody can draw the same rows again and see that nobody chose them.
      sampleSeed: randomInt(2 ** 31),
      recheckShare: 0.05,
      sourceListId: null,
      taskId: null,
      revision: 1,
      createdAt: now,
      createdBy: actor.name,
      startedAt: null,
      closedAt: null,
    });
    await replaceRoundFrame(trx, officeCode, roundId, { sourceListIds, villages: withTargets(villages) });
    await context.audit({
      action: 'census.round_created',
      subject: { kind: 'census_round', id: roundId },
      details: { lists: sourceListIds.length, villages: villages.length, sampleSize: facts.sampleSize },
    });
    return done({ roundId });
  },
});

export const withTargets = (villages: readonly { villageCode: string; target?: number | undefined }[]) =>
  villages.map(({ villageCode, target }) => ({ villageCode, target: target ?? null }));
