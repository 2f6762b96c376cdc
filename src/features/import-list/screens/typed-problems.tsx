import { Icon } from '#ui/icon.tsx';
import { IconAlertTriangle, IconInfoCircle } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { problemMessage } from '../messages/problem-messages.ts';
import { typedLabel } from '../messages/typed-headings.ts';
import type { RowProblem } from '../rules/list-problems.ts';

/** What the rules say of a typed row, in words, right below it: what keeps it out first. */
export function TypedProblems({ id, problems }: { id: string; problems: readonly RowProblem[] }) {
  const locale = useLocale();
  if (problems.length === 0) return null;
  const inOrder = problems.toSorted(
    (a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'),
  );
  return (
    <ul id={id} className="typed-problems plain-list">
      {inOrder.map((problem) => {
        const message = problemMessage(problem, locale);
        const label = problem.field === null ? '' : typedLabel(problem.field, locale);
        const isError = problem.severity === 'error';
        return (
          <li key={`${problem.field} ${problem.code}`} className={isError ? 'is-error' : undefined}>
            <Icon of={isError ? IconAlertTriangle : IconInfoCircle} size={16} />
            <span>{label === '' || message.includes(label) ? message : `${label}: ${message}`}</span>
          </li>
        );
      })}
    </ul>
  );
}
