import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listFigures, listRecordsBehind, listToReach } from '../../register-enterprise/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import type { AskRow } from '../ask-store.server.ts';
import { countingAnswer, standingOf } from '../rules/counting-answer.ts';
import type { PersonLine } from '../rules/outcome-view.ts';
import { compareSales, salesBefore } from '../rules/sales-bands.ts';

/**
 * Asks as lists show them, by the records that stand for their enterprises now. Sales are held against what the register
 * knew of a year no later than that of the training's last day `endsOn`.
 */
export async function peopleAsked(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  asks: readonly AskRow[],
  endsOn: string,
): Promise<PersonLine[]> {
  const today = plainDateInWib(now.getTime());
  const standsFor = await listRecordsBehind(
    trx,
    officeCode,
    asks.map(({ enterpriseId }) => enterpriseId),
  );
  const enterprises = new Map(
    (await listToReach(trx, officeCode, [...new Set(standsFor.values())])).map((one) => [
      one.enterpriseId,
      one,
    ]),
  );
  const sales = Map.groupBy(
    (await listFigures(trx, officeCode, [...standsFor.keys()])).filter(({ kind }) => kind === 'sales'),
    ({ enterpriseId }) => standsFor.get(enterpriseId) ?? enterpriseId,
  );
  const answers = await listAnswers(
    trx,
    officeCode,
    asks.map(({ askId }) => askId),
  );
  return asks.map((ask) => {
    const enterpriseId = standsFor.get(ask.enterpriseId) ?? ask.enterpriseId;
    const enterprise = enterprises.get(enterpriseId);
    const given = answers.get(ask.askId) ?? [];
    const counts = countingAnswer(given);
    const band = counts?.answers.salesBand ?? null;
    const before = (sales.get(enterpriseId) ?? []).map(({ year, amount, amountUpper }) => ({
      year,
      amount,
      upper: amountUpper,
    }));
    return {
      askId: ask.askId,
      enterpriseId,
      name: enterprise?.name ?? '',
      village: enterprise?.villageName ?? null,
      months: ask.months,
      dueOn: ask.dueOn,
      closesOn: ask.closesOn,
      standing: standingOf(ask, given, today),
      answers: counts?.answers ?? null,
      salesChange: band && compareSales(band, salesBefore(before, Number(endsOn.slice(0, 4)))),
      answeredOn: counts?.answeredOn ?? null,
      via: counts?.via ?? null,
    };
  });
}
