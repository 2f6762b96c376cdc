import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { editRoundInput } from '../input.ts';
import { censusPermissions } from '../permissions.ts';
import {
  listRoundSources,
  listRoundVillages,
  replaceRoundFrame,
  updateRound,
} from '../round-store.server.ts';
import { withTargets } from './create-round.server.ts';
import { roundInReach } from './find-round.server.ts';
import { faultsInFrame } from './frame-faults.server.ts';
import { ensureQuestionnaire } from './questionnaires.server.ts';

/**
 * Changes a round. Once it runs, lists and villages may be added but not taken away (their rows are with people), the
 * sub-sample stays as it was drawn, and a newer questionnaire may take over.
 */
export const editRound = defineCommand({
  name: 'census.edit_round',
  permission: censusPermissions['census.plan'],
  input: editRoundInput,
  async run(context, { roundId, revision, sourceListIds, villages, formId, formVersion, ...facts }) {
    const { trx, officeCode } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'closed' || round.status === 'preparing') return refused('wrong_state');
    if (round.revision !== revision) return refused('conflict_stale');
    const faults = await faultsInFrame(context, { sourceListIds, villages });
    if (!(await ensureQuestionnaire(context, formId, formVersion)))
      faults.push({ path: 'formVersion', code: 'not_a_choice' });
    if (round.sourceListId !== null && sourceListIds.includes(round.sourceListId))
      faults.push({ path: 'sourceListIds', code: 'not_a_choice' });
    if (round.status === 'running') {
      const lists = await listRoundSources(trx, officeCode, roundId);
      const places = await listRoundVillages(trx, officeCode, roundId);
      if (!lists.every((id) => sourceListIds.includes(id)))
        faults.push({ path: 'sourceListIds', code: 'not_a_choice' });
      const kept = new Set(villages.map(({ villageCode }) => villageCode));
      if (!places.every(({ villageCode }) => kept.has(villageCode)))
        faults.push({ path: 'villages', code: 'not_a_choice' });
      if (facts.sampleSize !== round.sampleSize) faults.push({ path: 'sampleSize', code: 'not_a_choice' });
    }
    if (faults.length > 0) return invalid(faults);
    await updateRound(trx, officeCode, roundId, {
      name: facts.name,
      purpose: facts.purpose,
      legalBasis: facts.legalBasis ?? null,
      bpsNumber: facts.bpsNumber ?? null,
      startsOn: facts.startsOn,
      endsOn: facts.endsOn,
      target: facts.target ?? null,
      sampleSize: facts.sampleSize,
      formId,
      formVersion,
      revision: revision + 1,
    });
    await replaceRoundFrame(trx, officeCode, roundId, { sourceListIds, villages: withTargets(villages) });
    await context.audit({
      action: 'census.round_edited',
      subject: { kind: 'census_round', id: roundId },
      details: { lists: sourceListIds.length, villages: villages.length },
    });
    return done({ roundId });
  },
});
