import type { EnterpriseModel } from '#likeness/enterprise-record.ts';

/** Whether parameters that were kept are of the comparisons as they are made today; an older house compared others. */
export function isOfToday(kept: unknown, today: EnterpriseModel): kept is EnterpriseModel {
  const shapeOf = ({ comparisons }: Pick<EnterpriseModel, 'comparisons'>) =>
    JSON.stringify(comparisons.map(({ name, levels }) => [name, levels.map(({ label }) => label)]));
  const model = kept as Partial<EnterpriseModel> | undefined;
  return Array.isArray(model?.comparisons) && shapeOf(model as EnterpriseModel) === shapeOf(today);
}
