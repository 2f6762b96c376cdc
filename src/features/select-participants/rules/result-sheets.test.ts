import { expect, test } from 'vitest';
import { prepare } from '#selection/prepare.ts';
import type { SelectionProblem } from '#selection/problem.ts';
import { rankAndQuota } from '#selection/rank-and-quota.ts';
import { makeSelectionFile } from '#selection/selection-file.ts';
import { someKnownFacts } from '../factory.ts';
import { buildProblem } from './build-problem.ts';
import { makeResults } from './make-results.ts';
import { piecesOf, resultSheets, type Told } from './result-sheets.ts';
import type { SelectionPlan, Tag } from './selection-plan.ts';

const plan: SelectionPlan = {
  criteria: [
    { kind: 'produces', weight: 40 },
    { kind: 'evidence', evidence: 'nib', weight: 7 },
  ],
  reserves: [{ tag: 'women', intakeId: null, atLeast: { percent: 50 } }],
  quotas: [],
  takePart: 'all',
  servedSince: 2024,
  answerDays: 3,
  moveUpDays: 0,
};

function told(tag: Tag = 'women', more: Partial<Told> = {}): Told {
  const own: SelectionPlan = { ...plan, reserves: [{ tag, intakeId: null, atLeast: { percent: 50 } }] };
  const applicant = (id: string, seq: number, facts: Parameters<typeof someKnownFacts>[0]) => ({
    enterpriseId: id,
    applications: [{ applicationId: `p${seq}`, intakeId: 'a', seq, proposed: false }],
    held: [],
    facts: someKnownFacts(facts),
  });
  const facts = {
    today: '2026-05-06',
    intakes: [{ intakeId: 'a', name: 'Satu', seats: 2, heldSeats: 0, costPerSeat: 0, budgetLineId: null }],
    lines: [],
    applicants: [
      applicant('u1', 1, { operation: 'produces', nib: 'known', ownerSex: 'male' }),
      applicant('u2', 2, { operation: 'produces', ownerSex: 'male' }),
      applicant('u3', 3, { nib: 'none_yet', ownerSex: 'female', ownerDisability: 'yes' }),
    ],
  };
  const { problem, leftOut } = buildProblem(own, 'undian 1', facts);
  const seats = rankAndQuota(prepare(problem))!.chosen;
  const results = makeResults(own, facts, problem, leftOut, seats);
  return {
    office: 'Dinas',
    name: 'Satu',
    plan: own,
    seed: 'undian 1',
    seedSource: null,
    lockedAt: new Date('2026-05-06T03:00:00Z'),
    lockedBy: 'Uji',
    ranAt: new Date('2026-05-21T03:00:00Z'),
    ranBy: 'Uji',
    intakes: [{ intakeId: 'a', name: 'Satu' }],
    file: fileFrom(problem, seats),
    results: results.map((one) => ({ ...one, name: `Usaha ${one.enterpriseId}`, village: null })),
    withFile: true,
    ...more,
  };
}

function fileFrom(problem: SelectionProblem, seats: { candidate: string; intake: string }[]) {
  const certificate = { total: 0, bound: '0', gap: 0, parts: [{ splits: [], multipliers: {} }] };
  return makeSelectionFile(problem, {
    ...{ seats, total: 0, way: 'rank_and_quota', proof: 'best', certificate, solver: null },
  });
}

const sheetNamed = (name: string, of: Told) => resultSheets(of).find((sheet) => sheet.name === name)!;

test('each total is the sum of weights times values on its own row', () => {
  const { columns, rows } = sheetNamed('Peringkat', told());
  const values = columns.flatMap(({ title }, at) => (title.startsWith('Nilai') ? [at] : []));
  const total = columns.findIndex(({ title }) => title === 'Jumlah poin');
  const [weights, ...people] = rows;
  expect(weights?.[0]).toBe('Bobot');
  expect(people).toHaveLength(3);
  for (const row of people)
    expect(values.reduce((sum, at) => sum + Number(weights![at]) * Number(row[at] ?? 0), 0)).toBeCloseTo(
      Number(row[total]),
      10,
    );
  expect(people.map((row) => row[total])).toEqual([43.5, 40, 0]);
});

test('who is counted for a reserve is marked, so that the count can be made again', () => {
  const given = told();
  const { columns, rows } = sheetNamed('Peringkat', given);
  const tag = columns.findIndex(({ title }) => title === 'perempuan');
  const outcome = columns.findIndex(({ title }) => title === 'Hasil');
  const counted = rows.filter((row) => row[tag] === 'ya' && row[outcome] === 'Terpilih').length;
  const [reserve] = sheetNamed('Kursi khusus & kuota', given).rows;
  expect(reserve?.slice(0, 7)).toEqual(['Paling sedikit', 'perempuan', 'Satu', 1, 1, counted, 'ya']);
});

test('disability is counted, but the ranking tells of nobody, and the file is left out for whoever may not see it', () => {
  const given = told('disability', { withFile: false });
  expect(sheetNamed('Kursi khusus & kuota', given).rows[0]?.slice(3, 6)).toEqual([1, 1, 1]);
  const ranking = sheetNamed('Peringkat', given);
  expect(JSON.stringify([ranking.columns, ranking.rows])).not.toContain('disabilitas');
  expect(resultSheets(given).map(({ name }) => name)).not.toContain('Berkas');
});

test('the pieces of the file put together are the file, and none begins or ends with a blank', () => {
  const text = `{"seed":"${'ab  cd '.repeat(40)}"}`;
  const pieces = piecesOf(text, 10);
  expect(pieces.join('')).toBe(text);
  expect(pieces.filter((piece) => piece !== piece.trim())).toEqual([]);
});
