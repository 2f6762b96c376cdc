import type { Amount, SelectionProblem } from './problem.ts';

/** What makes a problem unreadable: where, and which rule. */
export type ProblemFault = {
  path: string;
  code: 'twice' | 'unknown_code' | 'not_whole' | 'out_of_range' | 'empty' | 'contradiction';
};

/** Up to so much, sums of scores stay exact. */
const MOST_WEIGHT = 1_000;
const MOST_CRITERIA = 100;
const MOST_SEATS = 1_000_000;

/** Faults of form, the first hundred; an empty list is a problem that can be worked on, though perhaps without a solution. */
export function checkProblem(problem: SelectionProblem): ProblemFault[] {
  const faults: ProblemFault[] = [];
  const fault = (path: string, code: ProblemFault['code']) => {
    if (faults.length < 100) faults.push({ path, code });
  };
  const whole = (path: string, value: number, most = Number.MAX_SAFE_INTEGER) => {
    if (!Number.isSafeInteger(value)) fault(path, 'not_whole');
    else if (value < 0 || value > most) fault(path, 'out_of_range');
  };
  const codes = (path: string, list: readonly { code: string }[]): ReadonlySet<string> => {
    const seen = new Set<string>();
    for (const [at, { code }] of list.entries()) {
      if (code === '') fault(`${path}.${at}.code`, 'empty');
      if (seen.has(code)) fault(`${path}.${at}.code`, 'twice');
      seen.add(code);
    }
    return seen;
  };
  const criteria = codes('criteria', problem.criteria);
  const intakes = codes('intakes', problem.intakes);
  const budgets = codes('budgets', problem.budgets);
  codes('reserves', problem.reserves);
  codes('quotas', problem.quotas);

  if (problem.seed === '') fault('seed', 'empty');
  if (problem.intakes.length === 0) fault('intakes', 'empty');
  if (problem.criteria.length > MOST_CRITERIA) fault('criteria', 'out_of_range');
  for (const [at, { weight }] of problem.criteria.entries())
    whole(`criteria.${at}.weight`, weight, MOST_WEIGHT);
  for (const [at, { seats, costPerSeat, budget }] of problem.intakes.entries()) {
    whole(`intakes.${at}.seats`, seats, MOST_SEATS);
    whole(`intakes.${at}.costPerSeat`, costPerSeat);
    if (budget !== null && !budgets.has(budget)) fault(`intakes.${at}.budget`, 'unknown_code');
  }
  for (const [at, { ceiling }] of problem.budgets.entries()) whole(`budgets.${at}.ceiling`, ceiling);
  const share = (path: string, amount: Amount, over: readonly string[]) => {
    if ('seats' in amount) whole(`${path}.seats`, amount.seats, MOST_SEATS);
    else whole(`${path}.percent`, amount.percent, 100);
    if (over.length === 0) fault(`${path}.intakes`, 'empty');
    if (new Set(over).size < over.length) fault(`${path}.intakes`, 'twice');
    if (over.some((one) => !intakes.has(one))) fault(`${path}.intakes`, 'unknown_code');
  };
  for (const [at, one] of problem.reserves.entries()) share(`reserves.${at}`, one.atLeast, one.intakes);
  for (const [at, one] of problem.quotas.entries()) share(`quotas.${at}`, one.atMost, one.intakes);

  const wishes = new Map<string, ReadonlySet<string>>();
  for (const [at, { id, values, applications }] of problem.candidates.entries()) {
    const path = `candidates.${at}`;
    if (id === '') fault(`${path}.id`, 'empty');
    if (wishes.has(id)) fault(`${path}.id`, 'twice');
    for (const [code, value] of Object.entries(values)) {
      if (!criteria.has(code)) fault(`${path}.values.${code}`, 'unknown_code');
      if (value !== null && !(value >= 0 && value <= 1)) fault(`${path}.values.${code}`, 'out_of_range');
    }
    for (const { intake, cost } of applications) {
      if (!intakes.has(intake)) fault(`${path}.applications`, 'unknown_code');
      if (cost !== undefined) whole(`${path}.applications.cost`, cost);
    }
    const own = new Set(applications.map((one) => one.intake));
    if (own.size < applications.length) fault(`${path}.applications`, 'twice');
    wishes.set(id, own);
  }
  checkFixed(problem, wishes, fault);
  return faults;
}

function checkFixed(
  problem: SelectionProblem,
  wishes: ReadonlyMap<string, ReadonlySet<string>>,
  fault: (path: string, code: ProblemFault['code']) => void,
): void {
  const taken = new Set<string>();
  const said = new Set<string>();
  for (const [at, { candidate, intake, take }] of (problem.fixed ?? []).entries()) {
    const path = `fixed.${at}`;
    if (!wishes.get(candidate)?.has(intake)) fault(path, 'unknown_code');
    const key = JSON.stringify([candidate, intake]);
    if (said.has(key) || (take && taken.has(candidate))) fault(path, 'contradiction');
    said.add(key);
    if (take) taken.add(candidate);
  }
}
