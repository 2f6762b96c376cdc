import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { ParticipantsView, WaitingLine } from '../rules/participants-view.ts';
import { ReasonFold } from './reason-fold.tsx';

type Props = Pick<ParticipantsView, 'waiting' | 'waitingCount' | 'lineMoves' | 'selection' | 'intakeId'>;

/** The waiting list in the order in which it is asked. */
export function WaitingList({ waiting, waitingCount, lineMoves, selection, intakeId }: Props) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  if (waiting.length === 0) return null;
  return (
    <Card title={t.waitingTitle}>
      <p className="soft">
        {lineMoves ? t.waitingLead({ count: formatNumber(waitingCount, locale) }) : t.lineEnded}
      </p>
      <ol className="waiting-list">
        {waiting.map((one) => (
          <Waiting key={one.applicationId} one={one} />
        ))}
      </ol>
      {selection && waiting.length < waitingCount && (
        <Link to={`/pembinaan/pemilihan/${selection.selectionId}/hasil?angkatan=${intakeId}&tampil=waiting`}>
          {t.more}
        </Link>
      )}
    </Card>
  );
}

function Waiting({ one }: { one: WaitingLine }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const { enterpriseId, name, village, place, state, first, reason } = one;
  return (
    <li className={state === 'waits' ? undefined : 'soft'}>
      <span className="waiting-place">{place > 0 ? formatNumber(place, locale) : '–'}</span>
      <div>
        <Link to={`/usaha/${enterpriseId}/syarat`}>{name}</Link>
        {village && <span className="soft small"> · {village}</span>}
        {state !== 'waits' && <p className="small">{t[`state_${state}`]}</p>}
        {first && <p className="small">{t.firstInLine}</p>}
        <ReasonFold reason={reason} />
        {state === 'waits' && (
          <Link className="small" to={`/pembinaan/keberatan/baru?pendaftaran=${one.applicationId}`}>
            {t.appeal}
          </Link>
        )}
      </div>
    </li>
  );
}
