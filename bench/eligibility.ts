import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { anyCondition, anyFacts } from '#features/judge-eligibility/factory.ts';
import { judgeRegister, judgeTouched, saveConditions } from '#features/judge-eligibility/index.server.ts';
import { factsOf } from '#features/judge-eligibility/queries/facts-of.server.ts';
import { compileCondition, compileConditions } from '#features/judge-eligibility/rules/compile-conditions.ts';
import { conditionTemplates } from '#features/judge-eligibility/rules/condition-templates.ts';
import type { Condition, ConditionSet, Facts } from '#features/judge-eligibility/rules/conditions.ts';
import { aProgramme } from '#features/plan-programme/factory.ts';
import { recordSupport } from '#features/record-support/index.server.ts';
import { addEvidence } from '#features/register-enterprise/commands/keep-evidence.server.ts';
import { listStandingPage } from '#features/register-enterprise/index.server.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { type Bench, type Figure, figure } from './bench.ts';
import { type BenchHouse, openBenchHouse } from './bench-house.ts';
import { heapInUse } from './heap.ts';
import { jsonLogicRules } from './json-logic-rules.ts';
import { ownerClient } from './owner-client.ts';
import { quantile } from './quantiles.ts';

const PROGRAMMES = 10;
const CHANGES = 30;
const PAGE = 5_000;

const { apply } = jsonLogic;

/** The five templates, and each once more as an office narrows it to some districts and lets one of two things do. */
function tenSets(office: string): ConditionSet[] {
  const plain = Object.values(conditionTemplates);
  const narrowed = plain.map(({ lines }, at) => ({
    lines: [
      ...lines,
      {
        key: 'narrowed',
        label: { id: 'Wilayah dan pemilik', en: 'Area and owner' },
        when: {
          atLeast: 2,
          of: [
            { ask: 'area', in: [`${office}.0${1 + (at % 4)}`] },
            { ask: 'owner_sex', is: 'female' },
            { ask: 'owner_age', atMost: 35 },
            {
              any: [
                { ask: 'verified', withinMonths: 12 },
                { ask: 'support', atLeast: 1, withinMonths: 36 },
              ],
            },
          ],
        } satisfies Condition,
      },
    ],
  }));
  return [...plain, ...narrowed].slice(0, PROGRAMMES);
}

async function allIds({ services, actor, office }: BenchHouse): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await inOneTransaction(services, actor, ({ trx }) =>
      listStandingPage(trx, office, { after: ids.at(-1) ?? null, limit: 20_000 }),
    );
    ids.push(...page);
    if (page.length < 20_000) return ids;
  }
}

/** Every third enterprise received something, as an office's ledger has it after some years. */
async function fillLedger({ services, actor }: BenchHouse, ids: readonly string[]): Promise<void> {
  const helped = ids.filter((_, at) => at % 3 === 0);
  for (let at = 0; at < helped.length; at += PAGE)
    await inOneTransaction(services, actor, (context) =>
      recordSupport(
        context,
        helped.slice(at, at + PAGE).map((enterpriseId, place) => ({
          enterpriseId,
          kind: 'training',
          topic: place % 2 === 0 ? 'packaging' : 'branding',
          title: 'Pelatihan',
          provider: 'Dinas',
          startedOn: `202${3 + (place % 3)}-03-01`,
          endedOn: null,
          outcome: 'completed',
          value: null,
          sourceKind: 'officer',
          sourceId: null,
        })),
      ),
    );
}

async function setTen(house: BenchHouse): Promise<ConditionSet[]> {
  const { services, actor, office } = house;
  const sets = tenSets(office);
  for (const [at, conditions] of sets.entries()) {
    const programmeId = await aProgramme(services, actor, { name: `Program ${at} ${newId()}` });
    const effectiveOn = plainDateInWib(services.clock().getTime());
    must(
      await execute(services, actor, saveConditions, {
        programmeId,
        conditions,
        effectiveOn,
        afterVersion: 0,
      }),
    );
  }
  return sets;
}

/** The whole register by all sets, with the memory it took at most beside what lay there before. */
async function countWhole({ services, office, ownerUrl }: BenchHouse) {
  const client = await ownerClient(ownerUrl);
  const { rows } = await client.query<{ run_id: string }>(
    'select run_id from eligibility_runs where finished_at is null',
  );
  heapInUse();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const started = performance.now();
  await judgeRegister(services, office, rows[0]!.run_id);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  const counted = await client.query<{ rows: string }>('select count(*) as rows from eligibility');
  await client.end();
  return { seconds, memory: (peak - idle) / 1024 / 1024, rows: Number(counted.rows[0]!.rows) };
}

/** Asked again with nothing changed: rows are read and left alone. */
async function recount(house: BenchHouse): Promise<number> {
  const client = await ownerClient(house.ownerUrl);
  await client.query("update rule_sets set counted_on = '2000-01-01'");
  await client.end();
  await judgeTouched(house.services, house.office);
  return (await countWhole(house)).seconds;
}

/** From one change by an officer to true answers of all programmes. */
async function changeOne(house: BenchHouse, ids: readonly string[]): Promise<number[]> {
  const { services, actor, office } = house;
  await judgeTouched(services, office);
  const times: number[] = [];
  for (let at = 0; at < CHANGES; at++) {
    const enterpriseId = ids[Math.floor((at * ids.length) / CHANGES)];
    must(await execute(services, actor, addEvidence, { enterpriseId, kind: 'halal', grade: 'seen' }));
    const started = performance.now();
    await judgeTouched(services, office);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

async function readAll({ services, actor, office }: BenchHouse, ids: readonly string[]): Promise<Facts[]> {
  const facts: Facts[] = [];
  for (let at = 0; at < ids.length; at += PAGE)
    facts.push(
      ...(await inOneTransaction(services, actor, ({ trx }) =>
        factsOf(trx, office, ids.slice(at, at + PAGE)),
      )),
    );
  return facts;
}

const seconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** All sets over all facts, by both in turn; json-logic answers only whether a line is met. */
function computeAlone(sets: readonly ConditionSet[], facts: readonly Facts[], day: string, runs: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  const judges = sets.map((set) => compileConditions(set, day));
  const rules = sets.map(({ lines }) => lines.map(({ when }) => jsonLogicRules(when, day).yes));
  for (let run = 0; run < runs; run++) {
    ours.push(
      seconds(() => {
        for (const judge of judges) for (const one of facts) judge(one);
      }),
    );
    theirs.push(
      seconds(() => {
        for (const lines of rules) for (const one of facts) for (const rule of lines) apply(rule, one);
      }),
    );
  }
  return { ours: median(ours), theirs: median(theirs) };
}

/** Random conditions on random facts: how many answers differ from json-logic's, of how many. */
function compareVerdicts(day: string): { compared: number; different: number } {
  const askable = (condition: Condition): boolean =>
    'ask' in condition
      ? condition.ask !== 'assessed' || condition.aspect !== undefined
      : 'not' in condition
        ? askable(condition.not)
        : ('all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of).every(
            askable,
          );
  const conditions = fc.sample(anyCondition(3), { numRuns: 600, seed: 8 }).filter(askable);
  const facts = fc.sample(anyFacts, { numRuns: 500, seed: 9 });
  let different = 0;
  for (const condition of conditions) {
    const ours = compileCondition(condition, day);
    const { yes, no } = jsonLogicRules(condition, day);
    for (const one of facts) {
      const theirs = apply(yes, one) ? 1 : apply(no, one) ? 0 : 2;
      if (theirs !== ours(one)) different++;
    }
  }
  return { compared: conditions.length * facts.length, different };
}

export const eligibility: Bench = {
  name: 'eligibility',
  description: `who meets the conditions of ${PROGRAMMES} programmes, and why (goal 8)`,
  async run({ sizes, runs, say }) {
    const size = sizes.at(-1) ?? 105_000;
    const figures: Figure[] = [];
    const house = await openBenchHouse(say);
    try {
      const day = plainDateInWib(house.services.clock().getTime());
      await house.growTo(size);
      const ids = await allIds(house);
      await fillLedger(house, ids);
      const sets = await setTen(house);
      say(`  ${ids.length} enterprises by ${sets.length} programmes`);
      const whole = await countWhole(house);
      const again = await recount(house);
      const changes = await changeOne(house, ids);
      const facts = await readAll(house, ids);
      const { ours, theirs } = computeAlone(sets, facts, day, runs);
      const { compared, different } = compareVerdicts(day);
      const lines = sets.reduce((sum, set) => sum + set.lines.length, 0);
      figures.push(
        figure({
          what: `whole count of ${ids.length} × ${sets.length}, facts read and ${whole.rows} rows written`,
          unit: 's',
          value: whole.seconds,
          goal: { of: 'value', atMost: 15 },
        }),
        figure({ what: 'counted again, nothing changed', unit: 's', value: again }),
        figure({ what: 'memory above idle', unit: 'MB', value: whole.memory }),
        figure({
          what: 'one changed enterprise, p95',
          unit: 'ms',
          value: quantile(changes, 0.95),
          goal: { of: 'value', atMost: 50 },
        }),
        figure({ what: 'one changed enterprise, median', unit: 'ms', value: median(changes) }),
        figure({
          what: `computing alone, ${lines} lines for each of ${facts.length}`,
          unit: 's',
          value: ours,
          baseline: { what: 'json-logic-js 2.0.5', value: theirs },
          goal: { of: 'ratio', atMost: 0.1 },
        }),
        figure({
          what: `answers unlike json-logic's, of ${compared}`,
          unit: 'count',
          value: different,
          goal: { of: 'value', atMost: 0 },
        }),
      );
    } finally {
      await house.close();
    }
    return {
      name: 'eligibility',
      figures,
      notes: [
        'No text is evaluated as code: conditions become closures. json-logic is asked only whether a line is met; that it is not met, or not known, would be a second rule.',
      ],
    };
  },
};
