import { expect, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aFrameRow, aRound, aSubmission } from '../factory.ts';
import { insertRecheck, listOpenRechecksOf } from '../recheck-store.server.ts';
import { rechecksOpenWork } from './open-rechecks.server.ts';

test('second visits of whoever leaves go to the successor, but for those at what the successor saw first', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const round = await aRound(services, officer);
  const { enumeratorId, otherId } = round;
  const leaving = officer.id;
  const deed = { at: services.clock(), by: 'Admin' };
  const ids: string[] = [];
  for (const userId of [enumeratorId, otherId]) {
    const row = await aFrameRow(services, officer, round, { status: 'approved' });
    ids.push(await aSubmission(services, officer, round, row, { userId }));
  }
  await withOffice(services.db, office, async (trx) => {
    await trx
      .insertInto('authUsers')
      .values({ id: leaving, name: 'Yang pindah', email: 'pindah@contoh.invalid' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const submissionId of ids)
      await insertRecheck(trx, office, {
        recheckId: submissionId,
        submissionId,
        assignedTo: leaving,
        drawnAt: deed.at,
      });
    expect(await rechecksOpenWork.count(trx, leaving)).toBe(2);
    expect(await rechecksOpenWork.move(trx, leaving, otherId, deed)).toBe(1);
    expect(await listOpenRechecksOf(trx, office, otherId)).toEqual([ids[0]]);
    expect(await listOpenRechecksOf(trx, office, leaving)).toEqual([ids[1]]);
  });
});
