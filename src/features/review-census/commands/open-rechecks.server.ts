import type { OpenWork } from '../../run-office/index.server.ts';
import { listSubmissions } from '../../survey-field/index.server.ts';
import { countOpenRechecksOf, giveRechecks, listOpenRechecksHeld } from '../recheck-store.server.ts';

/**
 * Second looks that wait for the person. They go to the successor, but for those at what the successor saw first: these are
 * left, since nobody looks at their own work again.
 */
export const rechecksOpenWork: OpenWork = {
  kind: 'recheck',
  label: { id: 'Kunjungan ulang yang belum dilakukan', en: 'Second visits still to be made' },
  count: countOpenRechecksOf,
  async move(trx, from, to) {
    let moved = 0;
    const held = await listOpenRechecksHeld(trx, from);
    for (const [officeCode, own] of Map.groupBy(held, (one) => one.officeCode)) {
      const ids = own.map(({ submissionId }) => submissionId);
      const others = (await listSubmissions(trx, officeCode, ids)).filter(({ userId }) => userId !== to);
      await giveRechecks(
        trx,
        officeCode,
        others.map(({ submissionId }) => submissionId),
        to,
      );
      moved += others.length;
    }
    return moved;
  },
};
