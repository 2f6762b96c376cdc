import { expect, test } from 'vitest';
import type { Block, Paper } from '#papers/paper.ts';
import { type Activity, activityDays, type Dress, thereByDay } from './activity.ts';
import { attendancePaper } from './attendance-paper.ts';
import { invitationPaper } from './invitation-paper.ts';
import { minutesPaper } from './minutes-paper.ts';
import { firstSettings, settingsOver } from './paper-settings.ts';
import { nobodyYet, solemnDay } from './paper-words.ts';
import { receiptOf, receiptsPaper } from './receipts-paper.ts';
import { reportPaper } from './report-paper.ts';
import type { Session } from './session.ts';

const dress: Dress = {
  letterhead: { lines: ['Dinas Usaha Mikro'], address: '', contact: null, logo: null },
  city: 'Pekalongan',
  day: '2026-05-08',
  head: { ...nobodyYet('Kepala Dinas'), name: 'Siti' },
  organiser: { ...nobodyYet('PPTK'), name: 'Budi' },
  treasurer: { ...nobodyYet('Bendahara'), name: 'Wati' },
};
const session = (of: Partial<Session>): Session => ({
  sessionId: 's1',
  intakeId: 'i',
  startsAt: new Date('2026-05-06T08:00:00+07:00'),
  endsAt: new Date('2026-05-06T12:00:00+07:00'),
  place: 'Aula',
  topic: 'Kemasan',
  trainer: 'Ibu Rini',
  cancelledAt: null,
  revision: 1,
  ...of,
});
const intake = { startsOn: '2026-05-06', endsOn: '2026-05-07', place: 'Aula dinas' };
const sessions = [
  session({}),
  session({
    sessionId: 's2',
    topic: 'Label',
    startsAt: new Date('2026-05-06T13:00:00+07:00'),
    endsAt: new Date('2026-05-06T15:30:00+07:00'),
  }),
  session({
    sessionId: 's3',
    topic: null,
    startsAt: new Date('2026-05-07T00:30:00+07:00'),
    endsAt: new Date('2026-05-07T09:00:00+07:00'),
  }),
  session({ sessionId: 's4', cancelledAt: new Date(0), startsAt: new Date('2026-05-08T08:00:00+07:00') }),
];
const people = [
  { participantId: 'p1', name: 'Aminah', enterprise: 'Batik Aminah', village: 'Kauman' },
  { participantId: 'p2', name: 'Bagus', enterprise: 'Kopi Bagus', village: null },
];
const days = activityDays(intake, sessions);
const mark = (state: 'present' | 'late' | 'absent') => ({ state });
const counting = new Map([
  ['s1 p1', mark('absent')],
  ['s2 p1', mark('late')],
  ['s1 p2', mark('absent')],
  ['s3 p1', mark('present')],
]);
const activity: Activity = {
  programme: 'Pelatihan kemasan',
  intake: 'Angkatan 1',
  ...intake,
  days,
  people,
  there: thereByDay(days, people, counting),
};
const settings = firstSettings(intake, 'Pelatihan kemasan');
const words = (paper: Paper): string => JSON.stringify(paper.blocks);
const tables = (paper: Paper) =>
  paper.blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');

test('days of an activity are the days of its sessions in WIB, cancelled ones left out', () => {
  expect(days.map(({ day, from, to, topics }) => [day, from, to, topics])).toEqual([
    ['2026-05-06', '08.00', '15.30', ['Kemasan', 'Label']],
    ['2026-05-07', '00.30', '09.00', []],
  ]);
  expect(activityDays(intake, []).map(({ day, from }) => [day, from])).toEqual([
    ['2026-05-06', null],
    ['2026-05-07', null],
  ]);
});

test('who came to one of the sessions of a day was there that day, late or not', () => {
  expect([...activity.there].map(([day, who]) => [day, [...who]])).toEqual([
    ['2026-05-06', ['p1']],
    ['2026-05-07', ['p1']],
  ]);
});

test('an invitation has room for its number until there is one, and all names in its appendix', () => {
  const paper = invitationPaper(activity, settings, dress);
  expect(words(paper)).toContain('"term":"Nomor","value":"....');
  expect(words(paper)).toContain('Rabu, 6 Mei 2026 sampai Kamis, 7 Mei 2026');
  expect(words(paper)).toContain('Sesuai jadwal terlampir');
  expect(tables(paper).at(-1)?.rows).toEqual([
    ['1', 'Aminah', 'Batik Aminah', 'Kauman'],
    ['2', 'Bagus', 'Kopi Bagus', ''],
  ]);
  const numbered = invitationPaper(activity, { ...settings, invitationNumber: '005/12' }, dress);
  expect(words(numbered)).toContain('Nomor: 005/12');
});

test('a sheet of attendance has a line for everybody, empty ones for others, and numbers to sign beside', () => {
  const paper = attendancePaper(activity, days[0]!, { emptyLines: 2 }, dress);
  const [table] = tables(paper);
  expect(table?.rows.map((row) => row[0])).toEqual(['1', '2', '3', '4']);
  expect(table?.rows.at(-1)).toEqual(['4', '', '', '', '4.']);
  expect(table?.columns.at(-1)?.align).toBe('zigzag');
  expect(words(paper)).toContain('08.00 sampai 15.30 WIB');
});

test('transport is paid for the days on which somebody came, material once; who never came gets nothing', () => {
  const given = { transportPerDay: 50_000, material: 75_000, materialName: 'bahan' };
  expect(receiptOf(activity, given, 'p1')).toEqual({
    days: 2,
    transport: 100_000,
    material: 75_000,
    total: 175_000,
  });
  expect(receiptOf(activity, given, 'p2')).toEqual({ days: 0, transport: 0, material: 0, total: 0 });
  const unmarked = { ...activity, there: new Map() };
  expect(receiptOf(unmarked, given, 'p2').total).toBe(175_000);
  const paper = receiptsPaper(unmarked, given, dress);
  expect(tables(paper)[0]?.foot).toEqual(['', 'Jumlah', '', 'Rp 200.000', 'Rp 150.000', 'Rp 350.000', '']);
  expect(words(paper)).toContain('Terbilang: tiga ratus lima puluh ribu rupiah.');
});

test.each([
  [0, 0],
  [50_000, 0],
  [0, 75_000],
  [50_000, 75_000],
])('columns of a receipt list fill the sheet: transport %d, material %d', (transportPerDay, material) => {
  const [table] = tables(
    receiptsPaper(activity, { transportPerDay, material, materialName: 'bahan' }, dress),
  );
  expect(table?.columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
  for (const row of [...(table?.rows ?? []), table?.foot])
    expect(row).toHaveLength(table?.columns.length ?? 0);
});

test('minutes tell their day in words and how many came', () => {
  expect(solemnDay('2026-05-08')).toBe(
    'Jumat tanggal delapan bulan Mei tahun dua ribu dua puluh enam (08-05-2026)',
  );
  const paper = minutesPaper(activity, settings, dress);
  expect(words(paper)).toContain('2 (dua) orang');
  expect(words(paper)).toContain('1 (satu) orang');
  expect(words(minutesPaper({ ...activity, there: new Map() }, settings, dress))).not.toContain('nol');
});

test('a report sums attendance up and shows photographs only where there are some', () => {
  const paper = reportPaper(activity, settings, dress, []);
  expect(words(paper)).toContain(
    '1 dari 2 peserta hadir paling sedikit satu hari; 1 peserta hadir pada semua 2 hari',
  );
  expect(tables(paper).at(-1)?.rows[1]?.at(-1)).toBe('0 dari 2 hari');
  expect(words(paper)).not.toContain('Dokumentasi');
  const photo = { content: new Uint8Array(), type: 'jpeg', caption: null } as const;
  expect(words(reportPaper(activity, settings, dress, [photo]))).toContain('Dokumentasi');
});

test('settings that were kept stand over the first values; what nobody knows is passed over', () => {
  const kept = settingsOver(settings, { transportPerDay: 50_000, gone: true });
  expect(kept).toEqual({ ...settings, transportPerDay: 50_000 });
  expect(settingsOver(settings, null)).toEqual(settings);
});
