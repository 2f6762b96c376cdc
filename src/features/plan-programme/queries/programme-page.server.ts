import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listPartners } from '../partner-store.server.ts';
import { findProgramme, listStages } from '../programme-store.server.ts';
import type { ProgrammeFormValues } from '../rules/programme-form.ts';
import type { ProgrammeView } from '../rules/programme-view.ts';
import { findTemplate } from '../rules/templates.ts';
import { intakeLine, intakesInReach, namesOf } from './own-reach.server.ts';

/** One programme with its stages and all its intakes; null where there is none. */
export async function programmePage(
  context: QueryContext,
  programmeId: string,
): Promise<ProgrammeView | null> {
  const { trx, officeCode } = context;
  const found = isId(programmeId) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!found) return null;
  const names = await namesOf(context);
  const intakes = await intakesInReach(context, names, { programmeId });
  const { name, kind, topic, status, summary, template } = found;
  return {
    programmeId,
    name,
    kind,
    topic,
    status,
    summary,
    template,
    source: findTemplate(template ?? '')?.source ?? null,
    partner: names.partners.get(found.partnerId ?? '')?.name ?? null,
    stages: await listStages(trx, officeCode, programmeId),
    intakes: intakes.map((row) => intakeLine(row, names)),
  };
}

export type PartnerChoice = { partnerId: string; name: string };

/** Partners that may be chosen: those the office works with, and the one that is chosen already. */
export async function partnerChoices(
  { trx, officeCode }: QueryContext,
  chosen: string | null = null,
): Promise<PartnerChoice[]> {
  const partners = await listPartners(trx, officeCode);
  return partners
    .filter(({ partnerId, endedOn }) => endedOn === null || partnerId === chosen)
    .map(({ partnerId, name }) => ({ partnerId, name }));
}

/** A programme as its form begins with it; null where there is none. */
export async function programmeValues(
  { trx, officeCode }: QueryContext,
  programmeId: string,
): Promise<ProgrammeFormValues | null> {
  const found = isId(programmeId) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!found) return null;
  const stages = await listStages(trx, officeCode, programmeId);
  return {
    kind: found.kind,
    topic: found.topic,
    name: found.name,
    summary: found.summary ?? '',
    partnerId: found.partnerId ?? '',
    template: found.template ?? '',
    revision: String(found.revision),
    stages: stages.map(({ name, description, days }) => ({
      name,
      description: description ?? '',
      days: days === null ? '' : String(days),
    })),
  };
}
