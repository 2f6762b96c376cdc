import type { FieldRefusal } from '#kernel/refusal.ts';
import {
  type Criterion,
  criterionCode,
  plannedEvidences,
  type SelectionPlan,
  type Share,
} from './selection-plan.ts';

/** What the form may offer: rubrics in use, and whether the programme asks for anything. */
export type FormChoices = {
  hasConditions: boolean;
  rubrics: readonly { rubricId: string; name: { id: string; en: string } }[];
};

export type FormValues = Readonly<Record<string, string>>;

/** Every criterion in the order of the form, with what is settled in the form itself. */
export function offeredCriteria(values: FormValues, { hasConditions, rubrics }: FormChoices): Criterion[] {
  const rubric = rubrics.find(({ rubricId }) => rubricId === values.rubricId) ?? rubrics[0];
  return [
    ...(hasConditions ? [{ kind: 'conditions' as const }] : []),
    { kind: 'never_served' },
    {
      kind: 'fewer_supports',
      sinceYear: Number(values.sinceYear),
      topic: (values.topic || null) as Extract<Criterion, { kind: 'fewer_supports' }>['topic'],
    },
    ...(rubric ? [{ kind: 'assessment' as const, ...rubric }] : []),
    { kind: 'verified', withinMonths: Number(values.withinMonths) },
    { kind: 'produces' },
    { kind: 'years', prefer: values.prefer === 'shorter' ? 'shorter' : 'longer' },
    ...plannedEvidences.map((evidence) => ({ kind: 'evidence' as const, evidence })),
    { kind: 'order' },
  ];
}

const MOST_SHARES = 20;

/** A plan as fields of the form. */
export function planAsForm(plan: SelectionPlan): Record<string, string> {
  const of = <Kind extends Criterion['kind']>(kind: Kind) =>
    plan.criteria.find(
      (one): one is Extract<Criterion, { kind: Kind }> & { weight: number } => one.kind === kind,
    );
  const values: Record<string, string> = {
    sinceYear: String(of('fewer_supports')?.sinceYear ?? plan.servedSince),
    topic: of('fewer_supports')?.topic ?? '',
    rubricId: of('assessment')?.rubricId ?? '',
    withinMonths: String(of('verified')?.withinMonths ?? 12),
    prefer: of('years')?.prefer ?? 'longer',
    takePart: plan.takePart,
    servedSince: String(plan.servedSince),
    answerDays: String(plan.answerDays),
    moveUpDays: String(plan.moveUpDays),
  };
  for (const criterion of plan.criteria) values[`w.${criterionCode(criterion)}`] = String(criterion.weight);
  const shares = (
    letter: 'r' | 'q',
    list: readonly { tag: string; intakeId: string | null; share: Share }[],
  ) => {
    for (const [at, { tag, intakeId, share }] of list.entries()) {
      values[`${letter}${at}.tag`] = tag;
      values[`${letter}${at}.intake`] = intakeId ?? '';
      values[`${letter}${at}.amount`] = String('percent' in share ? share.percent : share.seats);
      values[`${letter}${at}.unit`] = 'percent' in share ? 'percent' : 'seats';
    }
  };
  shares(
    'r',
    plan.reserves.map(({ atLeast, ...one }) => ({ ...one, share: atLeast })),
  );
  shares(
    'q',
    plan.quotas.map(({ atMost, ...one }) => ({ ...one, share: atMost })),
  );
  return values;
}

/** Rows of the form for reserves (`r`) or quotas (`q`): those filled in, and one to add; at least `least`. */
export function shareRows(values: FormValues, letter: 'r' | 'q', least: number): number[] {
  const filled = Array.from({ length: MOST_SHARES }, (_, at) => at).filter(
    (at) => values[`${letter}${at}.tag`],
  );
  const count = Math.min(MOST_SHARES, Math.max(least, (filled.at(-1) ?? -1) + 2));
  return Array.from({ length: count }, (_, at) => at);
}

/**
 * The plan that a form says, for the command to check, and the field behind each path of it. A weight of 0 or none leaves
 * the criterion out; a row without a tag is no share.
 */
export function planFromForm(
  values: FormValues,
  choices: FormChoices,
): { plan: unknown; fieldOf: (path: string) => string } {
  const fields = new Map<string, string>();
  const criteria = offeredCriteria(values, choices).flatMap((criterion) => {
    const weight = values[`w.${criterionCode(criterion)}`]?.trim() ?? '';
    return weight === '' || weight === '0' ? [] : [{ ...criterion, weight }];
  });
  const settings: Partial<Record<Criterion['kind'], string>> = {
    fewer_supports: 'sinceYear',
    verified: 'withinMonths',
    assessment: 'rubricId',
  };
  for (const [at, criterion] of criteria.entries()) {
    const weightField = `w.${criterionCode(criterion)}`;
    fields.set(`plan.criteria.${at}.weight`, weightField);
    fields.set(`plan.criteria.${at}`, settings[criterion.kind] ?? weightField);
  }
  const rows = (letter: 'r' | 'q', list: string) =>
    Array.from({ length: MOST_SHARES }, (_, at) => at).flatMap((at) => {
      const tag = values[`${letter}${at}.tag`];
      if (!tag) return [];
      const amount = values[`${letter}${at}.amount`]?.trim() || undefined;
      const share = values[`${letter}${at}.unit`] === 'seats' ? { seats: amount } : { percent: amount };
      return [{ row: `${letter}${at}`, list, tag, intakeId: values[`${letter}${at}.intake`] || null, share }];
    });
  const reserves = rows('r', 'reserves');
  const quotas = rows('q', 'quotas');
  for (const shares of [reserves, quotas])
    for (const [at, { row, list }] of shares.entries()) {
      fields.set(`plan.${list}.${at}.tag`, `${row}.tag`);
      fields.set(`plan.${list}.${at}.intakeId`, `${row}.intake`);
      fields.set(`plan.${list}.${at}.atLeast`, `${row}.amount`);
      fields.set(`plan.${list}.${at}.atMost`, `${row}.amount`);
      fields.set(`plan.${list}.${at}`, `${row}.tag`);
    }
  const { takePart, servedSince, answerDays, moveUpDays } = values;
  return {
    plan: {
      criteria,
      reserves: reserves.map(({ tag, intakeId, share }) => ({ tag, intakeId, atLeast: share })),
      quotas: quotas.map(({ tag, intakeId, share }) => ({ tag, intakeId, atMost: share })),
      ...{ takePart, servedSince, answerDays, moveUpDays },
    },
    fieldOf: (path) => {
      const longest = [...fields.keys()]
        .filter((one) => path === one || path.startsWith(`${one}.`))
        .sort((a, b) => b.length - a.length)[0];
      if (longest) return fields.get(longest)!;
      if (path === 'plan.criteria') return `w.${criterionCode({ kind: 'never_served' })}`;
      return path.replace(/^plan\./, '');
    },
  };
}

/** Faults of the plan at the fields in which they were typed. */
export const atFields = (
  faults: readonly FieldRefusal[],
  fieldOf: (path: string) => string,
): FieldRefusal[] => faults.map(({ path, code }) => ({ path: fieldOf(path), code }));
