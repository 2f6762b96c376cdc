import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { examplesSeen } from '../../resolve-duplicates/factory.ts';
import { savePolicy } from '../../resolve-duplicates/policy-store.server.ts';
import { aListFile, anAppliedList, aStagedList } from '../factory.ts';
import { findImport } from '../import-store.server.ts';
import { applyImport, takeBackImport } from './steer-import.server.ts';
import { workOnList } from './work-on-list.server.ts';

const HEADER = [
  'NAMA LENGKAP',
  'Nama Usaha',
  'Jenis Usaha',
  'Kelurahan',
  'RT',
  'RW',
  'No HP',
  'Tanggal Lahir',
];
/** Without a NIK, and the name as somebody else heard it. */
const row = (name: string, business: string, more: Partial<{ phone: string; born: string }> = {}) => [
  name,
  business,
  'Batik tulis',
  'Jenggot',
  '2',
  '3',
  more.phone ?? '081234567890',
  more.born ?? '12-05-1985',
];

/** Other people with other numbers: how rare a name is shows only among many. */
const crowd = [
  'Bambang Sutrisno',
  'Wagiman',
  'Sulastri Handayani',
  'Kusnadi',
  'Rohmah Fitriani',
  'Teguh Prasetyo',
  'Maimunah',
  'Djoko Hartono',
  'Endang Puspita',
  'Zainal Abidin',
  'Yuliana Dewi',
  'Gunawan Wibisono',
].map((name, at) => [
  name,
  `${['Warung', 'Las', 'Konveksi', 'Jamu'][at % 4]} ${name.split(' ')[0]}`,
  ['Warung makan', 'Bengkel las', 'Konveksi', 'Jamu gendong'][at % 4]!,
  'Jenggot',
  String(4 + at),
  String(5 + (at % 3)),
  `0856${at}1734${at}2${at}`.padEnd(12, '7'),
  `${10 + at}-0${1 + (at % 9)}-${1950 + at * 3}`,
]);

async function anOfficeWithSiti() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const siti = await anAppliedList(
    services,
    officer,
    aListFile([HEADER, row('Siti Khotijah', 'Batik Khotijah'), ...crowd]),
    { name: 'Daftar lama', kind: 'office', asOf: '2025-01-01' },
  );
  expect(siti.counts).toMatchObject({ actions: { new: 13 }, alike: { register: 0, list: 0 } });
  expect(await pairsOf(services, office)).toEqual([]);
  const [one] = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('enterprises').select('enterpriseId').where('name', '=', 'Batik Khotijah').execute(),
  );
  return { services, office, officer, sitiId: one?.enterpriseId };
}

const pairsOf = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('candidatePairs')
      .select(['leftId', 'rightId', 'foundBy', 'status', 'probability'])
      .execute(),
  );
const standing = (services: Services, office: string) =>
  withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('enterprises')
      .select('enterpriseId')
      .where('withdrawnAt', 'is', null)
      .orderBy('enterpriseId')
      .execute(),
  );
/** As if the office had chosen this target and let the machine merge; null: the machine never merges. */
const letJoin = (services: Services, office: string, falseMergeTarget: number | null) =>
  withOffice(services.db, office, (trx) =>
    savePolicy(
      trx,
      office,
      {
        falseMergeTarget,
        examplesSince: null,
        releasedAt: falseMergeTarget === null ? null : services.clock(),
        releasedBy: falseMergeTarget === null ? null : 'Uji',
        taskId: null,
      },
      { at: services.clock(), by: 'Uji' },
    ),
  );
const twin = () => aListFile([HEADER, row('SITI KHADIJAH', 'Batik Khotijah')]);

test('a row that no number knows but that looks like a record is told before saving; saved, the pair waits', async () => {
  const { services, office, officer, sitiId } = await anOfficeWithSiti();
  const staged = await aStagedList(services, officer, twin());
  expect(staged.counts).toMatchObject({ actions: { new: 1 }, alike: { register: 1, list: 0, joined: 0 } });
  expect(await pairsOf(services, office)).toEqual([]);
  await execute(services, officer, applyImport, { importId: staged.importId });
  await workOnList(services, office, staged.importId);
  const pairs = await pairsOf(services, office);
  expect(pairs).toMatchObject([{ foundBy: 'list', status: 'open' }]);
  expect([pairs[0]?.leftId, pairs[0]?.rightId]).toContain(sitiId);
  expect(await standing(services, office)).toHaveLength(14);
});

test('rows of one list that look alike are a pair too, and a stranger is none', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const list = await anAppliedList(
    services,
    anActor(office),
    aListFile([
      HEADER,
      row('Siti Khotijah', 'Batik Khotijah'),
      row('Siti Khadijah', 'Batik Khotijah'),
      ...crowd,
    ]),
  );
  expect(list.counts).toMatchObject({ actions: { new: 14 }, alike: { register: 0, list: 2 } });
  expect(await pairsOf(services, office)).toHaveLength(1);
});

test('a list that is given up leaves no pair, and one taken back needs nobody’s answer any more', async () => {
  const { services, office, officer } = await anOfficeWithSiti();
  const applied = await anAppliedList(services, officer, twin());
  expect(await pairsOf(services, office)).toMatchObject([{ status: 'open' }]);
  await execute(services, officer, takeBackImport, { importId: applied.importId });
  await workOnList(services, office, applied.importId);
  expect(await pairsOf(services, office)).toMatchObject([{ status: 'set_aside' }]);
  expect(await standing(services, office)).toHaveLength(13);
});

test('where the office lets the machine join what is almost certain, such a row completes the record instead of a new one', async () => {
  const { services, office, officer } = await anOfficeWithSiti();
  await examplesSeen(services, officer, 10);
  await letJoin(services, office, 1_000);
  const before = await standing(services, office);
  const again = aListFile([HEADER, row('SITI KHOTIJAH', 'BATIK KHOTIJAH')]);
  const list = await anAppliedList(services, officer, again);
  expect(list.counts).toMatchObject({
    actions: { new: 0, newOwners: 0 },
    alike: { register: 1, registerSure: 1, joined: 1 },
  });
  expect(await standing(services, office)).toEqual(before);
  await execute(services, officer, takeBackImport, { importId: list.importId });
  await workOnList(services, office, list.importId);
  expect(await standing(services, office)).toEqual(before);
});

test('an office that forbids the machine to join after the list was looked at is obeyed when it is saved', async () => {
  const { services, office, officer } = await anOfficeWithSiti();
  await examplesSeen(services, officer, 10);
  await letJoin(services, office, 1_000);
  const again = aListFile([HEADER, row('SITI KHOTIJAH', 'BATIK KHOTIJAH')]);
  const staged = await aStagedList(services, officer, again);
  expect(staged.counts).toMatchObject({ actions: { new: 0 }, alike: { joined: 1 } });
  await letJoin(services, office, null);
  const waiting = async () => (await pairsOf(services, office)).filter(({ status }) => status === 'open');
  expect(await waiting()).toEqual([]);
  await execute(services, officer, applyImport, { importId: staged.importId });
  await workOnList(services, office, staged.importId);
  const list = await withOffice(services.db, office, (trx) => findImport(trx, office, staged.importId));
  expect(list).toMatchObject({
    status: 'applied',
    counts: { actions: { new: 1 }, alike: { joined: 0 }, likenessPolicy: { joins: false } },
  });
  expect(await waiting()).toMatchObject([{ foundBy: 'list' }]);
});
