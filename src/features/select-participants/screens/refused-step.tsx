import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';

const plain = [
  'seed_tried',
  'seed_published',
  'run_not_locked',
  'run_decided',
  'run_intake_not_closed',
  'lock_no_close',
  'lock_applications_closed',
  'lock_not_draft',
] as const;

/** Why a step was refused, and the way out. */
export function HindranceNotice({
  refusal,
  intakes,
}: {
  refusal: Refusal;
  intakes: readonly { intakeId: string; name: string }[];
}) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const hindrance = String(refusal.details?.hindrance ?? '');
  const known = plain.find((one) => one === hindrance || one.replace(/^(run|lock)_/, '') === hindrance);
  const leadsToIntake = known === 'lock_applications_closed' || known === 'lock_no_close';
  return (
    <Notice tone="wrong" live>
      <p>{known ? t[known] : refusalMessage(refusal, locale)}</p>
      {leadsToIntake && (
        <div className="row">
          {intakes.map(({ intakeId, name }) => (
            <ButtonLink key={intakeId} to={`/pembinaan/angkatan/${intakeId}/ubah`} look="secondary">
              {t.extend({ name })}
            </ButtonLink>
          ))}
        </div>
      )}
    </Notice>
  );
}
