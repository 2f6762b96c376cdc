import { may, scopesFor } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, type IntakeRow, listIntakes } from '../intake-store.server.ts';
import { listPartners, type PartnerRow } from '../partner-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { findProgramme, listProgrammes, type ProgrammeRow } from '../programme-store.server.ts';
import type { IntakeLine } from '../rules/programme-view.ts';

export type Named = {
  programmes: Map<string, ProgrammeRow>;
  partners: Map<string, PartnerRow>;
};

/** The partner that carries an intake out: its own, else the programme's. */
export function carrierOf(
  intake: Pick<IntakeRow, 'partnerId' | 'programmeId'>,
  { programmes }: Named,
): string | null {
  return intake.partnerId ?? programmes.get(intake.programmeId)?.partnerId ?? null;
}

/** Partners whose intakes the person may see; null: staff, who see all. */
export function ownPartners({ actor }: Pick<QueryContext, 'actor'>): string[] | null {
  if (may(actor, programmePermissions['programme.view'])) return null;
  return scopesFor(actor, programmePermissions['programme.view_own']).flatMap(({ kind, code }) =>
    kind === 'partner' ? [code] : [],
  );
}

export async function namesOf({ trx, officeCode }: QueryContext): Promise<Named> {
  return {
    programmes: new Map((await listProgrammes(trx, officeCode)).map((one) => [one.programmeId, one])),
    partners: new Map((await listPartners(trx, officeCode)).map((one) => [one.partnerId, one])),
  };
}

/** Intakes that the person may see, of one programme or of all. */
export async function intakesInReach(
  context: QueryContext,
  names: Named,
  of: { programmeId?: string } = {},
): Promise<IntakeRow[]> {
  const own = ownPartners(context);
  const intakes = await listIntakes(context.trx, context.officeCode, of);
  return own === null ? intakes : intakes.filter((one) => own.includes(carrierOf(one, names) ?? ''));
}

/** One intake; null where there is none, or a partner asks for one that is not its own. */
export async function intakeWithinReach(
  context: Pick<QueryContext, 'trx' | 'officeCode' | 'actor'>,
  intakeId: string,
): Promise<IntakeRow | null> {
  const { trx, officeCode } = context;
  const intake = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  const own = ownPartners(context);
  if (!intake || own === null) return intake;
  const partnerId =
    intake.partnerId ?? (await findProgramme(trx, officeCode, intake.programmeId))?.partnerId ?? null;
  return partnerId !== null && own.includes(partnerId) ? intake : null;
}

export function intakeLine(intake: IntakeRow, names: Named): IntakeLine {
  const { intakeId, programmeId, name, stage, status, startsOn, endsOn, place, seats, costPerSeat } = intake;
  return {
    intakeId,
    programmeId,
    programme: names.programmes.get(programmeId)?.name ?? '',
    name,
    stage,
    status,
    startsOn,
    endsOn,
    place,
    partner: names.partners.get(carrierOf(intake, names) ?? '')?.name ?? null,
    seats,
    costPerSeat,
  };
}
