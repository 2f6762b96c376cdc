import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProblem } from '#selection/check-problem.ts';
import { byArrival, someKnownFacts } from '../factory.ts';
import { buildProblem } from './build-problem.ts';
import type { Applicant, SelectionFacts } from './candidate-facts.ts';
import type { SelectionPlan } from './selection-plan.ts';

const intake = (intakeId: string, more: object = {}) => ({
  intakeId,
  name: `Angkatan ${intakeId}`,
  seats: 5,
  heldSeats: 0,
  costPerSeat: 100,
  budgetLineId: 'line',
  ...more,
});

function anApplicant(enterpriseId: string, seq: number, more: Partial<Applicant> = {}): Applicant {
  return {
    enterpriseId,
    applications: [{ applicationId: `p${seq}`, intakeId: 'a', seq, proposed: false }],
    held: [],
    facts: someKnownFacts(),
    ...more,
  };
}

const facts = (applicants: Applicant[], more: Partial<SelectionFacts> = {}): SelectionFacts => ({
  today: '2026-05-06',
  intakes: [intake('a'), intake('b')],
  lines: [{ budgetLineId: 'line', name: 'Pelatihan', free: 700 }],
  applicants,
  ...more,
});

const everything: SelectionPlan = {
  ...byArrival,
  criteria: [
    { kind: 'conditions', weight: 40 },
    { kind: 'never_served', weight: 20 },
    { kind: 'order', weight: 10 },
    { kind: 'evidence', evidence: 'nib', weight: 5 },
  ],
  reserves: [
    { tag: 'women', intakeId: null, atLeast: { percent: 40 } },
    { tag: 'sector:batik', intakeId: 'a', atLeast: { seats: 1 } },
  ],
  quotas: [{ tag: 'proposed', intakeId: null, atMost: { percent: 20 } }],
  takePart: 'no_out',
};

test('the same facts in any order make the same problem', () => {
  const anyone = fc.record({
    standing: fc.constantFrom(0, 1, 2, 3, null),
    ownerSex: fc.constantFrom('female', 'male', null),
    sector: fc.constantFrom('batik', 'food'),
    proposed: fc.boolean(),
    both: fc.boolean(),
    served: fc.boolean(),
  });
  const many = fc.array(anyone, { minLength: 1, maxLength: 12 });
  const shuffled = many.chain((people) => {
    const applicants = people.map((one, at) => {
      const applied = { proposed: one.proposed, seq: at * 2 };
      const applications = [{ applicationId: `p${at}`, intakeId: at % 2 ? 'a' : 'b', ...applied }];
      if (one.both)
        applications.push({
          applicationId: `q${at}`,
          intakeId: at % 2 ? 'b' : 'a',
          ...applied,
          seq: at * 2 + 1,
        });
      return anApplicant(`u${at}`, at, {
        applications,
        facts: someKnownFacts({
          standing: one.standing,
          lacking: one.standing === 1 ? [{ id: 'NIB', en: 'NIB' }] : [],
          ownerSex: one.ownerSex,
          sector: one.sector,
          supports: one.served ? [{ topic: 'halal', outcome: 'received', startedOn: '2025-01-01' }] : [],
        }),
      });
    });
    const order = fc.shuffledSubarray(applicants, { minLength: applicants.length });
    return fc.tuple(fc.constant(applicants), order, fc.boolean());
  });
  fc.assert(
    fc.property(shuffled, ([applicants, other, turned]) => {
      const one = facts(applicants);
      const wishes = (applicant: Applicant) => ({
        ...applicant,
        applications: turned ? applicant.applications.toReversed() : applicant.applications,
      });
      const another = facts(other.map(wishes), { intakes: one.intakes.toReversed() });
      const { problem } = buildProblem(everything, 's', one);
      expect(buildProblem(everything, 's', another).problem).toEqual(problem);
      expect(checkProblem(problem)).toEqual([]);
    }),
  );
});

test('whoever clearly lacks a condition stays out by default, with what is lacking; whoever is not known takes part', () => {
  const nib = { id: 'Punya NIB', en: 'Has a NIB' };
  const applicants = [
    anApplicant('one', 1, { facts: someKnownFacts({ standing: 1, lacking: [nib] }) }),
    anApplicant('many', 2, { facts: someKnownFacts({ standing: 2, lacking: [nib, nib] }) }),
    anApplicant('unknown', 3, { facts: someKnownFacts({ standing: 3, unknown: [nib] }) }),
    anApplicant('all', 4, { facts: someKnownFacts({ standing: 0 }) }),
  ];
  const taking = (takePart: SelectionPlan['takePart']) =>
    buildProblem({ ...byArrival, takePart }, 's', facts(applicants)).problem.candidates.map(({ id }) => id);
  expect(taking('no_out')).toEqual(['all', 'unknown']);
  expect(taking('many_out')).toEqual(['all', 'one', 'unknown']);
  expect(taking('all')).toEqual(['all', 'many', 'one', 'unknown']);
  const { leftOut } = buildProblem({ ...byArrival, takePart: 'no_out' }, 's', facts(applicants));
  expect(leftOut.map(({ applicant, why }) => [applicant.enterpriseId, why])).toEqual([
    ['one', { kind: 'out', lacking: [nib] }],
    ['many', { kind: 'out', lacking: [nib, nib] }],
  ]);
});

test('seats given before are no longer there to give, nor is the money for them, and who holds one is no candidate', () => {
  const applicants = [anApplicant('holder', 1, { held: ['a'] }), anApplicant('other', 2)];
  const given = facts(applicants, { intakes: [intake('a', { heldSeats: 2 })] });
  const { problem, leftOut } = buildProblem(byArrival, 's', given);
  expect(problem.intakes).toEqual([{ code: 'a', seats: 3, costPerSeat: 100, budget: 'line' }]);
  expect(problem.budgets).toEqual([{ code: 'line', ceiling: 500 }]);
  expect(problem.candidates.map(({ id }) => id)).toEqual(['other']);
  expect(leftOut[0]?.why).toEqual({ kind: 'held' });
});

test('applications are wishes in the order of their arrival', () => {
  const applications = [
    { applicationId: 'p2', intakeId: 'a', seq: 9, proposed: false },
    { applicationId: 'p1', intakeId: 'b', seq: 4, proposed: true },
  ];
  const { problem } = buildProblem(everything, 's', facts([anApplicant('u', 1, { applications })]));
  expect(problem.candidates[0]).toMatchObject({
    applications: [{ intake: 'b' }, { intake: 'a' }],
    tags: ['proposed'],
  });
});

test('nothing personal is written into the problem unless a share asks for it', () => {
  const person = someKnownFacts({ ownerDisability: 'yes', ownerSex: 'female', sector: 'batik' });
  const tagsBy = (plan: SelectionPlan) =>
    buildProblem(plan, 's', facts([anApplicant('u', 1, { facts: person })])).problem.candidates[0]!.tags;
  expect(tagsBy(byArrival)).toEqual([]);
  expect(tagsBy(everything)).toEqual(['sector:batik', 'women']);
});

test('an enterprise that left the register is no candidate', () => {
  const { problem, leftOut } = buildProblem(byArrival, 's', facts([anApplicant('u', 1, { facts: null })]));
  expect(problem.candidates).toEqual([]);
  expect(leftOut[0]?.why).toEqual({ kind: 'gone' });
});
