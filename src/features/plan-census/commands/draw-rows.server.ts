import type { CommandContext } from '#platform/command.server.ts';
import type { RoundRow } from '../round-store.server.ts';
import { countDrawn, listUndrawn, updateDrawn } from '../row-store.server.ts';
import { drawSample, strataFor } from '../rules/draw-sample.ts';

const batch = 10_000;

/**
 * Draws the random sub-sample among the rows that took part in no drawing yet. Rows that come later are drawn at the
 * same rate, in strata of their own; while they are too few for one to be drawn they wait for the next.
 */
export async function drawRows({ trx, officeCode }: CommandContext, round: RoundRow): Promise<void> {
  if (round.sampleSize === 0) return;
  const key = { office: officeCode, roundId: round.roundId };
  const before = await countDrawn(trx, key);
  const rows = (await listUndrawn(trx, key)).map(({ rowId, villageCode, sourceListId }) => ({
    rowId,
    villageCode: villageCode ?? '',
    sourceId: sourceListId,
  }));
  const wanted =
    before.rows === 0
      ? round.sampleSize
      : Math.round((rows.length * before.sample) / Math.max(1, before.rows));
  const size = Math.min(rows.length, wanted);
  if (size === 0) return;
  const later = before.rows === 0 ? '' : `+${before.lastOrder}`;
  const strata = strataFor(rows, size);
  const seed = (round.sampleSeed + before.lastOrder) % 2 ** 32;
  const places = new Map(drawSample(strata, { seed, size }).map((rowId, at) => [rowId, at]));
  const drawn = strata.flatMap(({ name, rowIds }) =>
    rowIds.map((rowId) => {
      const place = places.get(rowId);
      return {
        rowId,
        stratum: `${name}${later}`,
        sampleOrder: place === undefined ? null : before.lastOrder + place + 1,
      };
    }),
  );
  for (let at = 0; at < drawn.length; at += batch) await updateDrawn(trx, key, drawn.slice(at, at + batch));
}
