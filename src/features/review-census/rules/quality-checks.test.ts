import { expect, test } from 'vitest';
import { type CheckedSubmission, checkSubmission, type Surroundings } from './quality-checks.ts';
import type { Finding } from './quality-finding.ts';
import { defaultQualityLimits } from './quality-limits.ts';

/** A Tuesday at ten in the morning, WIB. */
const ten = Date.parse('2026-11-03T10:00:00+07:00');
const minute = 60_000;
const million = 1_000_000;
const hash = (...bytes: number[]) => Uint8Array.from({ length: 8 }, (_, at) => bytes[at] ?? 0);

const plain: CheckedSubmission = {
  submissionId: 'one',
  subjectId: 'workshop',
  startedAt: ten,
  finishedAt: ten + 5 * minute,
  receivedAt: ten + 60 * minute,
  clockOffSeconds: 0,
  activeSeconds: 300,
  questionsAsked: 12,
  metresFromVillage: 0,
  accuracyMetres: 8,
  photos: [hash(0xff, 0x0f)],
  sales: { yearly: { from: 50 * million, to: 150 * million }, workers: 2 },
  missingProof: [],
  photosAwaited: 0,
};
const alone: Surroundings = { photos: [], enterprisesWithPhone: 1, sameAnswerRun: 1, salesSpread: null };
const check = (more: Partial<CheckedSubmission>, around: Partial<Surroundings> = {}): Finding[] =>
  checkSubmission({ ...plain, ...more }, { ...alone, ...around });
const said = (findings: Finding[]) => findings.map(({ check, severity }) => `${check} ${severity}`);

test('an ordinary submission is not remarked upon', () => {
  expect(check({})).toEqual([]);
});

const spread = { median: 8, deviation: 0.5 };
const photo = (likeness: Uint8Array, of = {}) => ({
  photos: [{ submissionId: 'two', subjectId: 'elsewhere', likeness, ...of }],
});

test.each<[string, Partial<CheckedSubmission>, Partial<Surroundings>, string[]]>([
  ['twelve questions in a minute and a half', { activeSeconds: 90 }, {}, []],
  ['twelve questions in a minute', { activeSeconds: 60 }, {}, ['too_quick look']],
  ['twelve questions in half a minute', { activeSeconds: 30 }, {}, ['too_quick likely_wrong']],
  ['three questions in five seconds: a closed workshop', { activeSeconds: 5, questionsAsked: 3 }, {}, []],
  ['no position, or no border', { metresFromVillage: null }, {}, []],
  ['just over the border', { metresFromVillage: 400 }, {}, []],
  ['600 m outside by a good fix', { metresFromVillage: 600 }, {}, ['far_away look']],
  ['600 m outside by a fix that may be 200 m off', { metresFromVillage: 600, accuracyMetres: 200 }, {}, []],
  ['5 km outside', { metresFromVillage: 5_000 }, {}, ['far_away likely_wrong']],
  ['another enterprise’s photo', {}, photo(hash(0xff, 0x0f)), ['same_photo likely_wrong']],
  ['a photo that differs in four bits', {}, photo(hash(0xf0, 0x0f)), ['same_photo look']],
  ['a photo that differs in eight bits', {}, photo(hash(0x00, 0x0f)), []],
  ['no photo, and one elsewhere', { photos: [] }, photo(hash(0xff, 0x0f)), []],
  [
    'a closed workshop of which nobody was asked',
    { missingProof: ['witness_or_photo'] },
    {},
    ['proof_missing look'],
  ],
  [
    'the photo of an earlier answer for the same workshop',
    {},
    photo(hash(0xff, 0x0f), { subjectId: 'workshop' }),
    [],
  ],
  ['two enterprises with one phone', {}, { enterprisesWithPhone: 2 }, []],
  ['three enterprises with one phone', {}, { enterprisesWithPhone: 3 }, ['same_phone look']],
  ['six enterprises with one phone', {}, { enterprisesWithPhone: 6 }, ['same_phone likely_wrong']],
  ['three in a row with the same answers', {}, { sameAnswerRun: 3 }, []],
  ['four in a row with the same answers', {}, { sameAnswerRun: 4 }, ['same_answers look']],
  ['eight in a row with the same answers', {}, { sameAnswerRun: 8 }, ['same_answers likely_wrong']],
  [
    'half past eight in the evening',
    { startedAt: ten + 10.5 * 60 * minute, receivedAt: ten + 12 * 60 * minute },
    {},
    [],
  ],
  [
    'nine in the evening',
    { startedAt: ten + 11 * 60 * minute, receivedAt: ten + 12 * 60 * minute },
    {},
    ['at_night look'],
  ],
  ['before five in the morning', { startedAt: ten - 5.1 * 60 * minute }, {}, ['at_night look']],
  ['five in the morning', { startedAt: ten - 5 * 60 * minute }, {}, []],
  ['a clock ten minutes off', { clockOffSeconds: -600 }, {}, []],
  ['a clock half an hour slow', { clockOffSeconds: -1_800 }, {}, ['clock_wrong look']],
  ['a clock two days ahead', { clockOffSeconds: 172_800 }, {}, ['clock_wrong likely_wrong']],
  [
    'a file whose work ends after it was received',
    { clockOffSeconds: null, receivedAt: ten - 60 * minute },
    {},
    ['clock_wrong look'],
  ],
  [
    'work of nine at night that ends after it was received',
    { clockOffSeconds: null, startedAt: ten + 12 * 60 * minute, finishedAt: ten + 12 * 60 * minute },
    {},
    ['clock_wrong look'],
  ],
  [
    'a clock of 1970, delivered at ten in the evening',
    {
      clockOffSeconds: -1_790_000_000,
      startedAt: ten + 11.9 * 60 * minute,
      finishedAt: ten + 12 * 60 * minute,
      receivedAt: ten + 12 * 60 * minute,
    },
    {},
    ['clock_wrong likely_wrong'],
  ],
  [
    'sales thirty times those of the sector',
    { sales: { yearly: { from: 9e9, to: 9e9 }, workers: 20 } },
    { salesSpread: spread },
    ['sales_unusual look'],
  ],
  [
    'sales a hundred times below those of the sector',
    { sales: { yearly: { from: 1e5, to: 1e5 }, workers: 1 } },
    { salesSpread: spread },
    ['sales_unusual likely_wrong', 'sales_per_worker look'],
  ],
  ['sales nobody told', { sales: { yearly: null, workers: 3 } }, { salesSpread: spread }, []],
  [
    'fifteen billion and one worker',
    { sales: { yearly: { from: 15e9, to: 50e9 }, workers: 1 } },
    {},
    ['sales_per_worker look'],
  ],
  ['fifteen billion and ten workers', { sales: { yearly: { from: 15e9, to: 50e9 }, workers: 10 } }, {}, []],
  [
    'a band that is open above',
    { sales: { yearly: { from: 50e9, to: null }, workers: 5 } },
    {},
    ['sales_per_worker look'],
  ],
])('%s', (_, more, around, expected) => {
  expect(said(check(more, around))).toEqual(expected);
});

test('what is likely wrong stands before what should be looked at, with the figures for the sentence', () => {
  const findings = check({ activeSeconds: 60, metresFromVillage: 5_000 });
  expect(findings).toEqual([
    { check: 'far_away', severity: 'likely_wrong', facts: { metres: 5_000, accuracyMetres: 8 } },
    { check: 'too_quick', severity: 'look', facts: { seconds: 60, questions: 12 } },
  ]);
});

test('an office that sets its own limits is heard', () => {
  const limits = { ...defaultQualityLimits, metresFromVillage: { look: 50, wrong: 100 } };
  expect(said(checkSubmission({ ...plain, metresFromVillage: 90 }, alone, limits))).toEqual([
    'far_away look',
  ]);
});
