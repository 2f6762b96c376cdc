import type { SubmissionContent } from '#features/survey-field/rules/wire.ts';
import type { Random } from '#sample/random.ts';

type Visit = Pick<
  SubmissionContent,
  'verdict' | 'startedAt' | 'finishedAt' | 'activeS' | 'answers' | 'position'
>;

/** How often what is found, out of a hundred. */
const verdicts: readonly [string, number][] = [
  ['produces', 52],
  ['services', 6],
  ['works_for_others', 9],
  ['trades_only', 11],
  ['paused', 5],
  ['closed', 8],
  ['moved', 3],
  ['not_found', 4],
  ['refused', 2],
];
const goods = ['batik', 'batik', 'batik', 'fashion', 'food', 'craft', 'drink', 'fish'];
const mainProduct: Record<string, string[]> = {
  batik: ['Batik cap', 'Batik tulis', 'Batik kombinasi', 'Sarung batik'],
  fashion: ['Daster', 'Kemeja', 'Celana kolor'],
  food: ['Keripik tempe', 'Kue basah', 'Nasi megono'],
  craft: ['Tas anyaman', 'Sandal'],
  drink: ['Jamu', 'Es buah'],
  fish: ['Kerupuk ikan', 'Ikan asap'],
};
const bands = ['to_50m', 'to_50m', 'to_50m', 'to_150m', 'to_150m', 'to_300m', 'to_500m', 'to_1b'];
const places = ['at_place', 'market', 'collector', 'orders', 'chat', 'social', 'marketplace'];
const declined = { answer: 'declined' };

/** What an invented enumerator finds and notes at an invented door. */
export function sampleVisit(draw: Random, startedAt: number): Visit {
  const verdict = drawVerdict(draw);
  const activeS = verdict === 'produces' ? draw.integer(190, 420) : draw.integer(50, 240);
  const instant = (at: number) => new Date(at).toISOString();
  return {
    verdict,
    startedAt: instant(startedAt),
    finishedAt: instant(startedAt + activeS * 1_000),
    activeS,
    answers: { verdict, ...answersFor(verdict, draw) },
    ...(draw.chance(0.93)
      ? {
          position: {
            latitude: -6.922 + draw.normal() * 0.004,
            longitude: 109.666 + draw.normal() * 0.004,
            accuracyM: draw.integer(4, 30),
            at: instant(startedAt + 60_000),
          },
        }
      : {}),
  };
}

function drawVerdict(draw: Random): string {
  let left = draw.integer(1, 100);
  for (const [verdict, share] of verdicts) {
    left -= share;
    if (left <= 0) return verdict;
  }
  return 'produces';
}

function answersFor(verdict: string, draw: Random): SubmissionContent['answers'] {
  if (verdict === 'closed')
    return {
      asked_whom: draw.pick(['neighbour', 'family', 'rt_head']),
      closed_year: String(2019 + draw.integer(0, 6)),
    };
  if (verdict === 'moved')
    return { asked_whom: 'neighbour', moved_to: draw.pick(['Tirto', 'Wiradesa', 'tidak tahu']) };
  if (verdict === 'not_found') return { asked_whom: 'rt_head' };
  if (verdict === 'refused') return { refusal_reason: draw.pick(['busy', 'tax', 'no_use', 'silent']) };
  const line = verdict === 'services' ? 'service' : draw.pick(goods);
  const some = {
    consent: 'OK',
    nik: draw.chance(0.4) ? declined : { answer: 'not_shown' },
    phone: draw.chance(0.3) ? declined : { answer: 'none_yet' },
    ...(verdict === 'services' ? {} : { goods: line }),
    main_product: draw.pick(mainProduct[line] ?? ['Jahit pakaian', 'Servis motor', 'Salon']),
  };
  if (verdict === 'paused')
    return {
      ...some,
      paused_since: String(draw.integer(2023, 2026)),
      stop_reason: draw.pick(['season', 'capital', 'market']),
    };
  const working = { workers_female: String(draw.integer(1, 4)), workers_male: String(draw.integer(0, 3)) };
  if (verdict === 'works_for_others') return { ...some, ...working, works_for: declined };
  return {
    ...some,
    ...working,
    ...(verdict === 'produces' ? { made_by: draw.pick(['all_own', 'mostly_own']) } : {}),
    nib: { answer: draw.pick(['none_yet', 'none_yet', 'not_shown']) },
    sold_where: [...new Set([draw.pick(places), draw.pick(places)])].join(' '),
    started_year: String(draw.integer(1988, 2025)),
    sales_band: draw.chance(0.2) ? declined : draw.pick(bands),
  };
}
