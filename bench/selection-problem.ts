import type { Candidate, SelectionProblem } from '#selection/problem.ts';
import { seededRandom } from '../src/linkage/random.ts';

const INTAKES = 8;
const SEATS = 60;
const levels = [0, 0.25, 0.5, 0.75, 1];

/**
 * A city's programmes for one year: eight intakes of sixty seats on two shared budget lines that do not pay for all of them,
 * reserves that overlap, a quota, transport by distance, up to three wishes each. Half of the criteria are coarse, so that
 * many stand equal.
 */
export function inventedProblem(candidates: number): SelectionProblem {
  const random = seededRandom(5);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const codes = Array.from({ length: INTAKES }, (_, at) => `angkatan-${at + 1}`);
  const costs = codes.map((_, at) => 1_500_000 + 250_000 * (at % 4));
  const person = (at: number): Candidate => {
    const tags = [
      chance(0.55) && 'perempuan',
      chance(0.8) && 'belum-pernah',
      chance(0.03) && 'disabilitas',
      chance(0.12) && 'kelurahan-belum-terjangkau',
      chance(0.2) && 'kriya',
      chance(0.1) && 'usulan',
    ];
    const transport = pick([0, 0, 0, 25_000, 50_000]);
    const wishes = new Set(Array.from({ length: pick([1, 2, 2, 3]) }, () => Math.floor(random() * INTAKES)));
    return {
      id: `usaha-${String(at).padStart(6, '0')}`,
      values: {
        kebutuhan: pick(levels),
        kesiapan: Math.round(random() * 10_000) / 10_000,
        tenaga: pick(levels),
        omzet: chance(0.1) ? null : Math.round(random() * 100) / 100,
      },
      tags: tags.filter((tag) => tag !== false),
      applications: [...wishes].map((wish) => ({ intake: codes[wish]!, cost: costs[wish]! + transport })),
    };
  };
  const half = (at: number) => (at < INTAKES / 2 ? 'apbd' : 'dbhcht');
  const needed = (line: string) =>
    costs.reduce((sum, cost, at) => sum + (half(at) === line ? cost * SEATS : 0), 0);
  return {
    seed: 'bench-2026',
    criteria: [
      { code: 'kebutuhan', weight: 40 },
      { code: 'kesiapan', weight: 30 },
      { code: 'tenaga', weight: 20 },
      { code: 'omzet', weight: 10 },
    ],
    intakes: codes.map((code, at) => ({ code, seats: SEATS, costPerSeat: costs[at]!, budget: half(at) })),
    budgets: ['apbd', 'dbhcht'].map((code) => ({ code, ceiling: Math.floor(needed(code) * 0.83) })),
    reserves: [
      { code: 'perempuan', tag: 'perempuan', intakes: codes, atLeast: { percent: 60 } },
      { code: 'disabilitas', tag: 'disabilitas', intakes: codes, atLeast: { percent: 5 } },
      { code: 'terjangkau', tag: 'kelurahan-belum-terjangkau', intakes: codes, atLeast: { percent: 20 } },
      { code: 'kriya', tag: 'kriya', intakes: codes.slice(0, 2), atLeast: { seats: 50 } },
      ...codes.map((code) => ({
        code: `baru-${code}`,
        tag: 'belum-pernah',
        intakes: [code],
        atLeast: { percent: 60 },
      })),
    ],
    quotas: [{ code: 'usulan', tag: 'usulan', intakes: codes, atMost: { percent: 5 } }],
    candidates: Array.from({ length: candidates }, (_, at) => person(at)),
  };
}
