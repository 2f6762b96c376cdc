import { Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { checkSentence, conflictSentence } from '../messages/check-words.ts';
import { fieldWord, valueWord } from '../messages/field-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { verdictWord } from '../messages/verdict-words.ts';
import type { SubmissionView } from '../rules/review-view.ts';
import { PositionSketch } from './position-sketch.tsx';

/** Why a person must decide here. */
export function ConflictNotices({
  conflicts,
  isFinished,
  isGone,
  isNikDifferent,
  isOwnWork,
  status,
}: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const all = [...conflicts, ...(isFinished ? [] : ['unfinished'])];
  return (
    <>
      {all.map((code) => (
        <Notice key={code} tone="wait">
          {conflictSentence(code, locale)}
        </Notice>
      ))}
      {isGone && <Notice tone="wrong">{t.gone}</Notice>}
      {isNikDifferent && <Notice tone="wait">{t.nikDifferent}</Notice>}
      {isOwnWork && status === 'received' && <Notice>{t.ownWorkNote}</Notice>}
    </>
  );
}

export function Remarks({ remarks }: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  return (
    <Card title={t.checks}>
      {remarks.length === 0 ? (
        <p className="soft">{t.noChecks}</p>
      ) : (
        <ul className="plain-list remarks">
          {remarks.map(({ check, severity, facts }) => (
            <li key={check}>
              <StatusBadge tone={severity === 'likely_wrong' ? 'wait' : 'info'}>
                {severity === 'likely_wrong' ? t.wrongMark : t.lookMark}
              </StatusBadge>
              <span>{checkSentence(check, facts, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="soft small">{t.checksNote}</p>
    </Card>
  );
}

export function Photos({ photos, photosAwaited }: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const missing = Math.max(0, photosAwaited - photos.filter(({ state }) => state !== 'receiving').length);
  return (
    <Card title={t.photos}>
      {photos.length === 0 && missing === 0 && <p className="soft">{t.noPhotos}</p>}
      <div className="photos">
        {photos.map(({ photoId, state, width, height }) =>
          state === 'ready' ? (
            <a key={photoId} href={`/pendataan/foto/${photoId}`}>
              <img
                src={`/pendataan/foto/${photoId}?kecil=1`}
                alt={t.photoAlt}
                width={width ?? 320}
                height={height ?? 240}
                loading="lazy"
              />
            </a>
          ) : state === 'broken' ? (
            <p key={photoId} className="soft">
              {t.photoBroken}
            </p>
          ) : null,
        )}
      </div>
      {missing > 0 && <p className="soft">{t.photoWaiting({ count: formatNumber(missing, locale) })}</p>}
    </Card>
  );
}

export function Place({ sketch }: SubmissionView) {
  const t = messagesFor(reviewMessages, useLocale());
  return (
    <Card title={t.position}>
      <PositionSketch sketch={sketch} />
    </Card>
  );
}

/** Other answers for the same row, the second look, and what was decided before. */
export function Around(view: SubmissionView) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const { others, decisions, recheck, round } = view;
  const decided: Record<string, string> = {
    approve: t.decidedApprove,
    send_back: t.decidedSendBack,
    set_aside: t.decidedSetAside,
    undo: t.decidedUndo,
  };
  const words: Record<string, string> = t as never;
  return (
    <>
      {others.length > 0 && (
        <Card title={t.others}>
          <ul className="lined-list">
            {others.map((other) => (
              <li key={other.submissionId}>
                <div>
                  <Link to={`/pendataan/${round.roundId}/periksa/${other.submissionId}`}>
                    {verdictWord(other.verdict, locale)}
                  </Link>
                  <span className="row-note">
                    {t.by({ name: other.userName, at: formatInstant(other.finishedAt, locale) })}
                  </span>
                </div>
                <StatusBadge tone="quiet">
                  {other.isSecondLook ? t.recheckTitle : (words[`status_${other.status}`] ?? other.status)}
                </StatusBadge>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {recheck && (
        <Card title={t.recheckTitle}>
          <p>{recheck.outcome === null ? t.recheckWaiting : words[`recheck_${recheck.outcome}`]}</p>
          {recheck.differences.length > 0 && (
            <ul className="plain-list">
              {recheck.differences.map(({ item, first, second }) => (
                <li key={item}>
                  <strong>{fieldWord(item, locale)}</strong>: {t.first} “{valueWord(item, first, locale)}”,{' '}
                  {t.second} “{valueWord(item, second, locale)}”
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {decisions.length > 0 && (
        <Card title={t.history}>
          <ul className="lined-list">
            {decisions.map((one) => (
              <li key={one.at + one.decision}>
                <div>
                  {decided[one.decision]}
                  {one.isOwnWork && one.decision === 'approve' && ` · ${t.ownWork}`}
                  {one.note && <span className="row-note">“{one.note}”</span>}
                  <span className="row-note">
                    {t.by({ name: one.by, at: formatInstant(one.at, locale) })}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
