import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntakeByCode, findProgramme } from '../../plan-programme/index.server.ts';
import { findOfficeName } from '../../register-enterprise/index.server.ts';
import type { PublicSelection } from '../rules/selection-view.ts';
import { findRun, findSelectionOf } from '../selection-store.server.ts';
import { runView } from './run-view.server.ts';
import { intakesOf } from './selection-facts.server.ts';

const OFFICE_CODE = /^\d{2}\.\d{2}$/;

/** How the seats of an intake are given, once that is published; null before, and where there is no such intake. */
export function publicSelection(
  services: Services,
  officeCode: string,
  code: string,
): Promise<PublicSelection | null> {
  if (!OFFICE_CODE.test(officeCode)) return Promise.resolve(null);
  return inOneTransaction(services, systemActor(officeCode, 'Halaman umum'), async (context) => {
    const { trx } = context;
    const intake = await findIntakeByCode(trx, officeCode, code);
    const selection = intake && (await findSelectionOf(trx, officeCode, intake.intakeId));
    if (!intake || intake.status === 'planned') return null;
    if (!selection?.lockedAt || selection.seed === null) return null;
    const { selectionId, name, plan, seed, seedSource, lockedAt } = selection;
    const intakes = await intakesOf(context, selectionId);
    const run = await findRun(trx, officeCode, selectionId, 'official');
    const view = run && runView(run);
    const closes = intakes.flatMap(({ applicationsCloseAt }) => applicationsCloseAt?.getTime() ?? []);
    return {
      officeName: (await findOfficeName(trx, officeCode)) ?? '',
      programme: (await findProgramme(trx, officeCode, intake.programmeId))?.name ?? '',
      ...{ name, code, plan, seed, seedSource, lockedAt },
      closesAt: closes.length > 0 ? new Date(Math.max(...closes)) : null,
      intakes: intakes.map(({ intakeId, name: of, seats }) => ({ intakeId, name: of, seats })),
      decided: view && {
        ranAt: view.ranAt,
        applicants: view.applicants,
        seats: view.seats,
        counts: view.counts,
      },
    };
  });
}
