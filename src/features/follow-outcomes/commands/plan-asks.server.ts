import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { inOneTransaction, type QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { type IntakeRow, listIntakes } from '../../plan-programme/index.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import { insertAsks, moveAsks } from '../ask-store.server.ts';
import { askDays, hasEnded, waves } from '../rules/ask-calendar.ts';

/**
 * Makes the three asks of everybody who held a seat to the end of an intake that is over; none for others. May be run at
 * any time: what is there stays. Answers how many were made.
 */
export async function planAsks(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  intake: IntakeRow,
): Promise<number> {
  const { intakeId, endsOn } = intake;
  if (!hasEnded(intake, plainDateInWib(now.getTime()))) return 0;
  for (const months of waves)
    await moveAsks(trx, officeCode, { intakeId, months, ...askDays(endsOn, months) });
  const seated = (await listParticipants(trx, officeCode, intakeId)).filter(
    ({ status }) => status === 'confirmed',
  );
  return insertAsks(
    trx,
    officeCode,
    seated.flatMap(({ participantId, enterpriseId }) =>
      waves.map((months) => ({
        askId: newId(),
        participantId,
        intakeId,
        enterpriseId,
        months,
        ...askDays(endsOn, months),
        createdAt: now,
      })),
    ),
  );
}

/** All intakes of an office that are over. */
export function planOffice(services: Services, officeCode: string): Promise<number> {
  return inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async (context) => {
    let made = 0;
    for (const intake of await listIntakes(context.trx, officeCode)) made += await planAsks(context, intake);
    return made;
  });
}
