import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import {
  criterionName,
  criterionRule,
  quotaInWords,
  reserveInWords,
  takePartInWords,
} from '../rules/plan-words.ts';
import { criterionCode, reserveCode, type SelectionPlan } from '../rules/selection-plan.ts';

type Props = { plan: SelectionPlan; intakes: readonly { intakeId: string; name: string }[] };

/** How seats are given, as everybody may read it. */
export function PlanList({ plan, intakes }: Props) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const nameOf = (id: string | null) => intakes.find(({ intakeId }) => intakeId === id)?.name ?? null;
  const total = plan.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const shares = [
    ...plan.reserves.map((one) => ({
      code: `r ${reserveCode(one)}`,
      text: reserveInWords(one, nameOf(one.intakeId), locale),
    })),
    ...plan.quotas.map((one) => ({
      code: `q ${reserveCode(one)}`,
      text: quotaInWords(one, nameOf(one.intakeId), locale),
    })),
  ];
  return (
    <div className="stack tight">
      <h3>{t.criteria}</h3>
      <ul className="plan-list">
        {plan.criteria.map((criterion) => (
          <li key={criterionCode(criterion)}>
            <span className="plan-points">{formatNumber(criterion.weight, locale)}</span>
            <span>
              <strong>{criterionName(criterion, locale)}</strong>
              <span className="row-note">{criterionRule(criterion, locale)}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{t.totalPoints({ total: formatNumber(total, locale) })}</p>
      <h3>{t.shares}</h3>
      {shares.length === 0 ? (
        <p className="soft">{t.noShares}</p>
      ) : (
        <ul>
          {shares.map(({ code, text }) => (
            <li key={code}>{text}.</li>
          ))}
        </ul>
      )}
      <h3>{t.rules}</h3>
      <p>{takePartInWords(plan.takePart, locale)}</p>
    </div>
  );
}
