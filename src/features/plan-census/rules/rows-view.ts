import { type RowStatus, rowStatuses } from './row-state.ts';
import type { RtWord } from './visit-order.ts';

export type RowFilter = {
  /** `x`: of no known village. */
  villageCode?: string;
  rw?: string;
  rt?: string;
  userId?: string;
  status?: RowStatus;
  inSample?: true;
};

export type RowLine = {
  rowId: string;
  enterpriseId: string;
  place: number;
  village: string | null;
  rw: string | null;
  rt: string | null;
  owner: string | null;
  name: string;
  status: RowStatus;
  assignedName: string | null;
  inSample: boolean;
  rtInformation: RtWord | null;
  tries: number;
};

export type RowsView = {
  total: number;
  page: number;
  pageSize: number;
  rows: RowLine[];
  people: { userId: string; name: string; left: number }[];
  villages: { code: string; name: string }[];
};

/** What the address narrows the rows by; what it does not know it leaves out. */
export function readRowFilter(params: URLSearchParams): RowFilter {
  const given = (name: string, pattern: RegExp) => {
    const value = params.get(name) ?? '';
    return pattern.test(value) ? value : undefined;
  };
  const villageCode = given('wilayah', /^(x|\d\d\.\d\d\.\d\d\.\d{4})$/);
  const rw = given('rw', /^\d{1,3}$/);
  const rt = given('rt', /^\d{1,3}$/);
  const userId = given('orang', /^[\w-]{1,100}$/);
  const status = rowStatuses.find((one) => one === params.get('status'));
  return {
    ...(villageCode ? { villageCode } : {}),
    ...(rw ? { rw } : {}),
    ...(rt ? { rt } : {}),
    ...(userId ? { userId } : {}),
    ...(status ? { status } : {}),
    ...(params.get('sampel') === '1' ? { inSample: true as const } : {}),
  };
}
