import type { Trx } from '#platform/db/connect.server.ts';
import { areaTableAround, kbliTable } from '../../register-enterprise/index.server.ts';
import type { ImportRow } from '../import-store.server.ts';
import { AreaIndex } from '../rules/area-index.ts';
import type { ConfirmedMapping } from '../rules/inspection.ts';
import type { ListContext } from '../rules/list-context.ts';
import { PlaceFinder } from '../rules/resolve-place.ts';

/** The areas of the office and of its whole province, so that rows of elsewhere can be answered by name. */
export async function areasOf(trx: Trx, office: string): Promise<AreaIndex> {
  const { areas, aliases } = await areaTableAround(trx, office);
  return new AreaIndex(office, areas, aliases);
}

/** All that the rows of a list are checked against, but for the damage of their sheet. */
export async function listContextOf(
  trx: Trx,
  { asOf }: Pick<ImportRow, 'asOf'>,
  { kbliVersion, figureYear }: ConfirmedMapping,
  areas: AreaIndex,
): Promise<Omit<ListContext, 'damage'>> {
  const stated = await kbliTable(trx, kbliVersion);
  // Everyday words stand with the newest edition; a guess tells the sector only.
  const newest = kbliVersion === '2025' ? stated : await kbliTable(trx, '2025');
  return {
    places: new PlaceFinder(areas),
    listDate: asOf,
    figureYear,
    kbliVersion,
    kbli: {
      has: ({ version, code }) => (version === kbliVersion ? stated : newest).has(code),
      guess: (words) => {
        const code = newest.guess(words);
        return code === null ? null : { version: '2025', code };
      },
      sectorOf: ({ version, code }) => (version === '2025' ? newest.sectorOf(code) : 'other'),
    },
  };
}
