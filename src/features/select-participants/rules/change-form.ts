import { criterionCode, type SelectionPlan } from './selection-plan.ts';

/** The change that the form of trials says, for the command to check; undefined where nothing is changed. */
export function changeFromForm(
  values: Readonly<Record<string, string>>,
  plan: SelectionPlan,
): Record<string, unknown> | undefined {
  if (values.intent === 'plain') return undefined;
  if (values.intent === 'twenty') return { moreSeats: 20, moreMoney: 20 };
  const weights = plan.criteria.flatMap((criterion): [string, string][] => {
    const code = criterionCode(criterion);
    const typed = values[`weight:${code}`]?.trim();
    return typed === undefined || typed === '' || typed === String(criterion.weight) ? [] : [[code, typed]];
  });
  const change = {
    ...(values['change.moreSeats'] ? { moreSeats: values['change.moreSeats'] } : {}),
    ...(values['change.moreMoney'] ? { moreMoney: values['change.moreMoney'] } : {}),
    ...(values['change.without'] ? { without: values['change.without'] } : {}),
    ...(weights.length > 0 ? { weights: Object.fromEntries(weights) } : {}),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}
