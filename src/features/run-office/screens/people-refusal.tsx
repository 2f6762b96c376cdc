import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconExclamationCircle } from '../../../ui/icons.ts';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';

type Props = { refusal?: Refusal | null; labels?: Readonly<Record<string, string>> };

/** The house's summary, with words of its own where a refusal means something special among people and duties. */
export function PeopleRefusal({ refusal, labels }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  const special: Partial<Record<string, string>> = {
    in_use: t.lastDataOfficer,
    duplicate: t.taken,
    wrong_office: t.elsewhere,
  };
  const text = refusal && special[refusal.code];
  if (!text) return <ErrorSummary refusal={refusal} labels={labels} />;
  return (
    <div className="notice wrong" role="alert">
      <Icon of={IconExclamationCircle} />
      <div>
        <strong>{text}</strong>
      </div>
    </div>
  );
}
