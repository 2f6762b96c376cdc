import type { Trx } from '#platform/db/connect.server.ts';
import type { AreaGeometry } from './rules/area-geometry.ts';

export type ShapeRow = { areaCode: string; shape: AreaGeometry; source: string; loadedAt: Date };

export async function listShapes(trx: Trx, office: string, codes?: readonly string[]): Promise<ShapeRow[]> {
  const rows = await trx
    .selectFrom('areaShapes')
    .select(['areaCode', 'shape', 'source', 'loadedAt'])
    .where('officeCode', '=', office)
    .$if(codes !== undefined, (query) =>
      query.where((eb) => eb('areaCode', '=', eb.fn.any(eb.val([...(codes ?? [])])))),
    )
    .execute();
  return rows as unknown as ShapeRow[];
}

/** Puts these outlines in the place of all that were loaded before. */
export async function replaceShapes(
  trx: Trx,
  office: string,
  shapes: readonly { areaCode: string; shape: AreaGeometry }[],
  loaded: { source: string; at: Date; by: string },
): Promise<void> {
  await trx.deleteFrom('areaShapes').where('officeCode', '=', office).execute();
  if (shapes.length === 0) return;
  await trx
    .insertInto('areaShapes')
    .values(
      shapes.map(({ areaCode, shape }) => ({
        officeCode: office,
        areaCode,
        shape: JSON.stringify(shape),
        source: loaded.source,
        loadedAt: loaded.at,
        loadedBy: loaded.by,
      })),
    )
    .execute();
}
