import { sheetPlaceShape } from '../input.ts';

export type AskedSheet = { villageCode: string; rw: string | null; rt: string | null };

/** Which sheet an address asks for; null where it names none. */
export function readSheetPlace(params: URLSearchParams): AskedSheet | null {
  const given = {
    villageCode: params.get('wilayah') ?? '',
    rw: params.get('rw') || null,
    rt: params.get('rt') || null,
  };
  return sheetPlaceShape.safeParse(given).data ?? null;
}
