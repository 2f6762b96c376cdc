import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findPartner } from '../partner-store.server.ts';
import type { PartnerLine, PartnerView } from '../rules/programme-view.ts';
import { carrierOf, intakeLine, intakesInReach, namesOf } from './own-reach.server.ts';

/** Every partner, with how many intakes it carries out. */
export async function partnerList(context: QueryContext): Promise<PartnerLine[]> {
  const names = await namesOf(context);
  const counts = Map.groupBy(await intakesInReach(context, names), (intake) => carrierOf(intake, names));
  return [...names.partners.values()].map(({ partnerId, kind, name, note, endedOn }) => ({
    partnerId,
    kind,
    name,
    note,
    endedOn,
    intakes: counts.get(partnerId)?.length ?? 0,
  }));
}

export async function partnerPage(context: QueryContext, partnerId: string): Promise<PartnerView | null> {
  const { trx, officeCode } = context;
  const found = isId(partnerId) ? await findPartner(trx, officeCode, partnerId) : null;
  if (!found) return null;
  const names = await namesOf(context);
  const intakes = (await intakesInReach(context, names)).filter(
    (intake) => carrierOf(intake, names) === partnerId,
  );
  const { kind, name, note, endedOn, revision } = found;
  return {
    partnerId,
    kind,
    name,
    note,
    endedOn,
    revision,
    intakes: intakes.map((row) => intakeLine(row, names)),
  };
}
