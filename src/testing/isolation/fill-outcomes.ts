import { listAsks } from '#features/follow-outcomes/ask-store.server.ts';
import { makeLink } from '#features/follow-outcomes/commands/make-links.server.ts';
import { planOffice } from '#features/follow-outcomes/commands/plan-asks.server.ts';
import { recordAnswer } from '#features/follow-outcomes/commands/record-answer.server.ts';
import { anEndedIntake, someAnswers } from '#features/follow-outcomes/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { addDays, addMonths, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; word: string };

/** An intake that ended a good three months ago: one of its two people was told about, of the other nothing was heard. */
export type FilledOutcomes = { askedIntakeId: string; toldAskId: string; silentAskId: string };

export async function fillOutcomes(
  services: Services,
  actor: Actor,
  { officeCode, word }: Mark,
): Promise<FilledOutcomes> {
  const today = plainDateInWib(services.clock().getTime());
  const { intakeId } = await anEndedIntake(services, actor, {
    programme: `Kelas lama ${word}`,
    owners: [`Lestari ${word}`, `Wulan ${word}`],
    endsOn: addDays(addMonths(today, -3), -5),
  });
  // All that is over by now, so that the worker finds nothing left to plan when it starts.
  await planOffice(services, officeCode);
  const asks = await withOffice(services.db, officeCode, (trx) => listAsks(trx, officeCode, { intakeId }));
  const [told, silent] = asks.filter(({ months }) => months === 3);
  const answers = someAnswers({ newProduct: 'yes', productName: `Produk ${word}`, helped: `Foto ${word}` });
  must(await execute(services, actor, recordAnswer, { askId: told?.askId, answerId: newId(), answers }));
  must(await execute(services, actor, makeLink, { askId: told?.askId }));
  return { askedIntakeId: intakeId, toldAskId: told?.askId ?? '', silentAskId: silent?.askId ?? '' };
}
