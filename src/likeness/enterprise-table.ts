import { type Table, TableBuilder } from '#linkage/table.ts';
import type { EnterpriseRecord } from './enterprise-record.ts';
import { enterpriseColumns } from './enterprise-settings.ts';
import { indonesianTransforms } from './indonesian-transforms.ts';

/** Lays records out in a table, those of the left side first. */
export function enterpriseTable(
  left: readonly EnterpriseRecord[],
  right: readonly EnterpriseRecord[],
): Table {
  const builder = new TableBuilder(enterpriseColumns);
  for (const record of left) builder.add(rowOf(record));
  builder.beginRight();
  for (const record of right) builder.add(rowOf(record));
  return builder.finish(indonesianTransforms);
}

/** In the order of `enterpriseColumns`. */
function rowOf(record: EnterpriseRecord): (string | null)[] {
  const { rt, rw } = record;
  const phones = record.phones.map((phone) => phone.replace(/\D/g, ''));
  return [
    record.ownerName,
    record.nik,
    record.noKk,
    record.nib,
    phones[0] ?? null,
    phones.join(' '),
    record.birthDate,
    record.sex,
    record.village,
    number(rt),
    rt === null && rw === null ? null : `${number(rt) ?? ''}/${number(rw) ?? ''}`,
    record.address,
    record.businessName,
    record.activity,
    record.kbli,
  ];
}

/** RT and RW as numbers: 02, 002 and 2 are one. */
const number = (text: string | null) => (text === null ? null : text.replace(/^0+(?=\d)/, ''));
