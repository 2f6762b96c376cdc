import { formatRtRw } from '#kernel/naming/rt-rw.ts';

export type Place = {
  villageName: string | null;
  districtName?: string | null;
  rt: string | null;
  rw: string | null;
};

/** `Jenggot, RT 02/RW 05`; with the district when wanted; '' when nothing is known. */
export function placeLine({ villageName, districtName, rt, rw }: Place): string {
  const neighbourhood = formatRtRw({ rt, rw });
  const [rtPart = '', rwPart = ''] = neighbourhood.split('/');
  return [villageName, neighbourhood === '' ? null : `RT ${rtPart}/RW ${rwPart}`, districtName]
    .filter(Boolean)
    .join(', ');
}
