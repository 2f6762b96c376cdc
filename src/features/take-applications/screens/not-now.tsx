import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import { windowWords } from '../messages/window-words.ts';
import type { IntakeHead } from '../rules/applicants-view.ts';
import { windowOf } from '../rules/why-not.ts';

/** Why a request was declined; outside the days of application it says which days, and what an officer can do. */
export function NotNow({ intake, refusal }: { intake: IntakeHead; refusal: Refusal | undefined }) {
  const window = windowOf(refusal?.details);
  if (!window) return <ErrorSummary refusal={refusal} />;
  return <WindowNotice intake={{ ...intake, window }} />;
}

/** Said beforehand, so that nobody works in vain. Nothing while applications are taken. */
export function WindowNotice({ intake }: { intake: IntakeHead }) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  const { window, intakeId } = intake;
  if (window.state === 'open') return null;
  return (
    <Notice tone="wait">
      {windowWords(window, locale)}
      {window.state === 'closed' && (
        <>
          {' '}
          {t.extend} <Link to={`/pembinaan/angkatan/${intakeId}/ubah`}>{t.extendLink}</Link>
        </>
      )}
    </Notice>
  );
}
