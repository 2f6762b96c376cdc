import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findLine } from '../budget-store.server.ts';
import { listCommitments } from '../commitment-store.server.ts';
import { findIntake, type IntakeRow } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { listStages } from '../programme-store.server.ts';
import { closingDay } from '../rules/application-days.ts';
import { actionsOf } from '../rules/intake-state.ts';
import type { IntakeMoney, IntakeView } from '../rules/programme-view.ts';
import { listSpendings } from '../spending-store.server.ts';
import { lineViews } from './line-figures.server.ts';
import { carrierOf, intakeLine, namesOf, ownPartners } from './own-reach.server.ts';

/** One intake; null where there is none, or a partner asks for one that is not its own. */
export async function intakePage(context: QueryContext, intakeId: string): Promise<IntakeView | null> {
  const { trx, officeCode, actor } = context;
  const intake = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
  if (!intake) return null;
  const names = await namesOf(context);
  const own = ownPartners(context);
  if (own !== null && !own.includes(carrierOf(intake, names) ?? '')) return null;
  const stages = await listStages(trx, officeCode, intake.programmeId);
  return {
    ...intakeLine(intake, names),
    code: intake.code,
    stageName: stages.find(({ stage }) => stage === intake.stage)?.name ?? null,
    applicationsOpenAt: intake.applicationsOpenAt,
    closesOn: closingDay(intake.applicationsCloseAt),
    createdBy: intake.createdBy,
    statusReason: intake.statusReason,
    actions: actionsOf(intake.status),
    money: may(actor, programmePermissions['budget.view']) ? await moneyOf(context, intake) : null,
  };
}

async function moneyOf(context: QueryContext, intake: IntakeRow): Promise<IntakeMoney> {
  const { trx, officeCode, now } = context;
  const row = intake.budgetLineId === null ? null : await findLine(trx, officeCode, intake.budgetLineId);
  const [line] = row ? await lineViews(context, [row], plainDateInWib(now.getTime())) : [];
  const commitments = await listCommitments(trx, officeCode, { intakeId: intake.intakeId });
  const standing = commitments.find(({ status }) => status !== 'released') ?? commitments.at(-1) ?? null;
  const spendings = await listSpendings(
    trx,
    officeCode,
    commitments.map(({ commitmentId }) => commitmentId),
  );
  const takenBack = new Set(spendings.map(({ takesBack }) => takesBack));
  return {
    line: line
      ? {
          budgetLineId: line.budgetLineId,
          code: line.code,
          name: line.name,
          left: line.left,
          over: line.over,
        }
      : null,
    wanted: intake.seats * intake.costPerSeat,
    commitment: standing && {
      commitmentId: standing.commitmentId,
      amount: standing.amount,
      status: standing.status,
      paid: standing.paid,
    },
    payments: spendings.map(
      ({ spendingId, amount, spentOn, documentNumber, note, takesBack, recordedBy }) => ({
        spendingId,
        amount,
        spentOn,
        documentNumber,
        note,
        isBack: takesBack !== null,
        wasTakenBack: takenBack.has(spendingId),
        recordedBy,
      }),
    ),
  };
}
