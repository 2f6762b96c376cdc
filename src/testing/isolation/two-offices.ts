import { expect, onTestFinished } from 'vitest';
import type { Services } from '#platform/services.server.ts';
import { aFilledOffice, type FilledOffice, type Mark } from './filled-office.ts';
import { OfficeRows } from './office-rows.ts';

const asking: Mark = {
  officeCode: '33.75',
  villageCode: '33.75.04.1004',
  word: 'Harumsari',
  nik: '3375034507850003',
  nib: '1234567890123',
  phone: '+6281234567890',
};
const other: Mark = {
  officeCode: '33.25',
  villageCode: '33.25.01.2001',
  word: 'Zarqunia',
  nik: '3325014507850004',
  nib: '9876543210987',
  phone: '+6285712345678',
};

/** Tables in which nothing is made yet, each with what is waited for. */
const NOT_YET: Record<string, string> = {};

/**
 * Two offices in one database, each with at least one row in every table of an office: `asking` is where requests
 * come from, `other` what they must learn nothing of. A table left empty fails, and says what to do.
 */
export async function twoOffices(
  services: Services,
  ownerUrl: string,
): Promise<{ asking: FilledOffice; other: FilledOffice; rows: OfficeRows }> {
  const offices = {
    asking: await aFilledOffice(services, asking),
    other: await aFilledOffice(services, other),
  };
  const rows = await OfficeRows.open(ownerUrl);
  onTestFinished(() => rows.close());
  const kept = await rows.of(other.officeCode);
  const empty = (await rows.tables()).filter((table) => kept[table]?.rows === 0);
  expect(
    empty.filter((table) => !(table in NOT_YET)),
    'tables without a row of the other office: make one in filled-office.ts, its id a field of FilledOffice',
  ).toEqual([]);
  expect(
    Object.keys(NOT_YET).filter((table) => (kept[table]?.rows ?? 0) > 0),
    'tables that are filled by now: take them off NOT_YET in two-offices.ts',
  ).toEqual([]);
  return { ...offices, rows };
}
