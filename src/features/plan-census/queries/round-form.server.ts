import type { QueryContext } from '#platform/command.server.ts';
import { areasForLists, countFrame, listSourceLists } from '../../register-enterprise/index.server.ts';
import { roundInReach } from '../commands/find-round.server.ts';
import { builtIn } from '../commands/questionnaires.server.ts';
import { listQuestionnaires } from '../questionnaire-store.server.ts';
import { listRoundSources, listRoundVillages } from '../round-store.server.ts';
import type { RoundChoices, RoundFormValues } from '../rules/round-form.ts';
import { sampleOffers } from '../rules/sample-offers.ts';

/**
 * What a round can be made of: lists, villages and questionnaires of the office, with how many are listed where. What an
 * earlier round found stands on a list as well; what this round finds is none to be visited.
 */
export async function roundChoices(
  { trx, officeCode, now }: QueryContext,
  ownListId: string | null = null,
): Promise<RoundChoices> {
  const counts = await countFrame(trx, officeCode);
  const sum = (of: (count: (typeof counts)[number]) => boolean) =>
    counts.filter(of).reduce((total, { enterprises }) => total + enterprises, 0);
  const lists = (await listSourceLists(trx, officeCode))
    .filter(({ sourceListId }) => sourceListId !== ownListId)
    .map((list) => ({ ...list, enterprises: sum(({ sourceListId }) => sourceListId === list.sourceListId) }));
  const villages = (await areasForLists(trx, officeCode)).map(({ code, name, districtName }) => ({
    code,
    name,
    district: districtName,
    enterprises: sum(({ villageCode }) => villageCode === code),
  }));
  const forms = await listQuestionnaires(trx, officeCode);
  const core = builtIn(now);
  if (!forms.some(({ formId, version }) => formId === core.formId && version === core.version))
    forms.push(core);
  return {
    lists,
    villages,
    questionnaires: forms.map(({ formId, version, title }) => ({ formId, version, title })),
    offers: sampleOffers(sum(() => true)),
    listed: sum(() => true),
  };
}

/** A round as its form begins with it; null where there is none. */
export async function roundValues(
  context: QueryContext,
  roundId: string,
): Promise<{ values: RoundFormValues; isRunning: boolean; ownListId: string | null } | null> {
  const { trx, officeCode } = context;
  const round = await roundInReach(context, roundId);
  if (!round) return null;
  const villages = await listRoundVillages(trx, officeCode, roundId);
  return {
    isRunning: round.status !== 'planned',
    ownListId: round.sourceListId,
    values: {
      name: round.name,
      purpose: round.purpose,
      legalBasis: round.legalBasis ?? '',
      bpsNumber: round.bpsNumber ?? '',
      startsOn: round.startsOn,
      endsOn: round.endsOn,
      target: round.target === null ? '' : String(round.target),
      sampleSize: String(round.sampleSize),
      questionnaire: `${round.formId}.${round.formVersion}`,
      revision: String(round.revision),
      sourceListIds: await listRoundSources(trx, officeCode, roundId),
      villages: Object.fromEntries(
        villages.map(({ villageCode, target }) => [villageCode, target === null ? '' : String(target)]),
      ),
    },
  };
}
