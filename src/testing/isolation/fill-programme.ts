import { addLine } from '#features/plan-programme/commands/budget-lines.server.ts';
import { recordSpending } from '#features/plan-programme/commands/spendings.server.ts';
import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { findCommitmentOf } from '#features/plan-programme/commitment-store.server.ts';
import { anIntake, aPartner, aProgramme } from '#features/plan-programme/factory.ts';
import { addSupport, recordList } from '#features/record-support/index.server.ts';
import { listOfRecords } from '#features/record-support/support-store.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; word: string };
type Register = { enterpriseId: string; sourceListId: string };

export type FilledProgramme = {
  partnerId: string;
  budgetLineId: string;
  programmeId: string;
  /** Without an intake. */
  idleProgrammeId: string;
  /** Open, with money promised and a part of it paid. */
  fundedIntakeId: string;
  commitmentId: string;
  spendingId: string;
  /** Open, with money promised and nothing paid. */
  waitingIntakeId: string;
  /** Finished, with money left over. */
  finishedIntakeId: string;
  restCommitmentId: string;
  plannedIntakeId: string;
  supportId: string;
  batchId: string;
};

/** A programme with intakes at every station of their money, a partner, and what enterprises received. */
export async function fillProgramme(
  services: Services,
  actor: Actor,
  { officeCode, word }: Mark,
  { enterpriseId, sourceListId }: Register,
): Promise<FilledProgramme> {
  const today = plainDateInWib(services.clock().getTime());
  const partnerId = await aPartner(services, actor, `Mitra ${word}`);
  const { budgetLineId } = must(
    await execute(services, actor, addLine, {
      fiscalYear: today.slice(0, 4),
      code: `2.17.07 ${word}`,
      name: `Pelatihan ${word}`,
      amount: 1_000_000_000,
      effectiveOn: `${today.slice(0, 4)}-01-01`,
      documentNumber: `DPA ${word}`,
    }),
  );
  const programmeId = await aProgramme(services, actor, { name: `Pelatihan ${word}`, partnerId });
  const idleProgrammeId = await aProgramme(services, actor, { template: 'pirt', name: `P-IRT ${word}` });
  const intake = async (name: string, steps: readonly string[]) => {
    const days = { startsOn: today, endsOn: today, place: `Aula ${word}` };
    const intakeId = await anIntake(services, actor, programmeId, {
      name: `${name} ${word}`,
      budgetLineId,
      ...days,
    });
    for (const action of steps) must(await execute(services, actor, steerIntake, { intakeId, action }));
    const commitment = await withOffice(services.db, officeCode, (trx) =>
      findCommitmentOf(trx, officeCode, intakeId),
    );
    return { intakeId, commitmentId: commitment?.commitmentId ?? '' };
  };
  const funded = await intake('Berjalan', ['open']);
  const spendingId = newId();
  must(
    await execute(services, actor, recordSpending, {
      spendingId,
      commitmentId: funded.commitmentId,
      amount: 1_000_000,
      spentOn: today,
      documentNumber: `SP2D ${word}`,
    }),
  );
  const finished = await intake('Selesai', ['open', 'close', 'start', 'finish']);
  const facts = { kind: 'training', topic: 'packaging', provider: `Dinas ${word}`, outcome: 'completed' };
  const given = { ...facts, title: `Kelas kemasan ${word}`, startedOn: '2025-03-10' };
  must(await execute(services, actor, addSupport, { ...given, enterpriseId }));
  const list = { ...given, title: `Bantuan ${word}`, sourceListId };
  const { batchId } = must(await execute(services, actor, recordList, list));
  const supports = await withOffice(services.db, officeCode, (trx) =>
    listOfRecords(trx, officeCode, [enterpriseId]),
  );
  return {
    partnerId,
    budgetLineId,
    programmeId,
    idleProgrammeId,
    fundedIntakeId: funded.intakeId,
    commitmentId: funded.commitmentId,
    spendingId,
    waitingIntakeId: (await intake('Ditunda', ['open'])).intakeId,
    finishedIntakeId: finished.intakeId,
    restCommitmentId: finished.commitmentId,
    plannedIntakeId: (await intake('Rencana', [])).intakeId,
    supportId: supports.find(({ sourceKind }) => sourceKind === 'officer')?.supportId ?? '',
    batchId,
  };
}
