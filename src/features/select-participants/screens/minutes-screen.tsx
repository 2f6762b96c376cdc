import { Form, Link } from 'react-router';
import { formatInstant, formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { minutesMessages } from '../messages/minutes-messages.ts';
import type { MinutesContent } from '../rules/minutes-content.ts';
import type { MinutesLine, MinutesView } from '../rules/minutes-view.ts';
import { MinutesForm, type MinutesReply } from './minutes-form.tsx';
import './seats.css';

type Props = {
  view: MinutesView;
  mayKeep: boolean;
  newId: string;
  said: 'made' | 'kept' | null;
  reply?: MinutesReply | undefined;
};

/** The paper of the decision: made, printed, signed, and brought back. */
export function MinutesScreen({ view, mayKeep, newId, said, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(minutesMessages, locale);
  const { standing, stale, older, name, intakeId } = view;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={`${name}. ${t.lead}`}
        back={{ to: `/pembinaan/angkatan/${intakeId}/peserta`, label: t.back }}
        badge={
          standing && (
            <StatusBadge tone={standing.signedAt ? 'done' : 'wait'}>
              {standing.signedAt ? t.signed : t.unsigned}
            </StatusBadge>
          )
        }
      />
      <ErrorSummary
        refusal={reply?.refusal}
        labels={{
          number: t.number,
          dated: t.dated,
          lead: t.leadSigns,
          members: t.members,
          acknowledged: t.acknowledged,
          file: t.upload,
        }}
      />
      {said && (
        <Notice tone="done" live>
          {t[said]}
        </Notice>
      )}
      {stale && <Notice tone="wait">{t.stale}</Notice>}
      {standing && <Standing view={view} line={standing} mayKeep={mayKeep} reply={reply} />}
      {standing && <Numbers selectionId={view.selectionId} content={standing.content} />}
      {mayKeep && <MinutesForm view={view} newId={newId} isAgain={standing !== null} reply={reply} />}
      {older.length > 0 && (
        <details className="seat-fold">
          <summary>{t.older({ count: formatNumber(older.length, locale) })}</summary>
          <Card>
            {older.map((line) => (
              <div key={line.minutesId} className="stack">
                <p>
                  {t.numbered({ number: line.number, day: formatLongDate(line.dated, locale) })}
                  <br />
                  <span className="soft small">
                    {line.replacedAt && t.replaced({ at: formatInstant(line.replacedAt.getTime(), locale) })}
                  </span>
                </p>
                <Downloads selectionId={view.selectionId} line={line} />
              </div>
            ))}
          </Card>
        </details>
      )}
    </div>
  );
}

function Standing({
  view,
  line,
  mayKeep,
  reply,
}: Pick<Props, 'view' | 'mayKeep' | 'reply'> & { line: MinutesLine }) {
  const locale = useLocale();
  const t = messagesFor(minutesMessages, locale);
  const at = (instant: Date) => formatInstant(instant.getTime(), locale);
  return (
    <Card title={t.numbered({ number: line.number, day: formatLongDate(line.dated, locale) })}>
      <div className="minutes-card">
        <p className="soft small">
          {t.madeBy({ by: line.madeBy, at: at(line.madeAt) })}
          {line.signedAt && line.signedBy && (
            <>
              <br />
              {t.signedBy({ by: line.signedBy, at: at(line.signedAt) })}
            </>
          )}
        </p>
        <Downloads selectionId={view.selectionId} line={line} />
        {mayKeep && (
          <Form method="post" encType="multipart/form-data" className="fields">
            <input type="hidden" name="intent" value="signed" />
            <input type="hidden" name="minutesId" value={line.minutesId} />
            <FileField
              name="file"
              label={line.signedAt ? t.uploadAgain : t.upload}
              hint={t.uploadHint}
              accept="application/pdf,image/*"
              errors={reply?.refusal.fields}
            />
            <Button look={line.signedAt ? 'secondary' : 'primary'}>{t.keep}</Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

function Downloads({ selectionId, line }: { selectionId: string; line: MinutesLine }) {
  const t = messagesFor(minutesMessages, useLocale());
  const to = (ending: string) =>
    `/pembinaan/pemilihan/${selectionId}/berita-acara/${line.minutesId}${ending}`;
  return (
    <div className="row">
      <a className="btn secondary" href={to('.docx')}>
        {t.docx}
      </a>
      <a className="btn secondary" href={to('.pdf')}>
        {t.pdf}
      </a>
      {line.signedAt && (
        <a className="btn secondary" href={to('/ditandatangani')}>
          {t.signedFile}
        </a>
      )}
    </div>
  );
}

/** Each number with the list behind it; there each name leads to its evidence. */
function Numbers({ selectionId, content }: { selectionId: string; content: MinutesContent }) {
  const locale = useLocale();
  const t = messagesFor(minutesMessages, locale);
  const { intakes, limits } = content;
  const n = (value: number) => formatNumber(value, locale);
  return (
    <section className="stack" aria-labelledby="angka">
      <div>
        <h2 id="angka">{t.numbers}</h2>
        <p className="soft">{t.numbersLead}</p>
      </div>
      {intakes.map((one) => {
        const result = (tampil: string) =>
          `/pembinaan/pemilihan/${selectionId}/hasil?angkatan=${one.intakeId}&tampil=${tampil}`;
        return (
          <div key={one.intakeId} className="stack">
            {intakes.length > 1 && <h3>{one.name}</h3>}
            <div className="tiles">
              <StatTile
                label={t.applied}
                value={one.applied}
                to={`/pembinaan/angkatan/${one.intakeId}/pendaftar`}
              />
              <StatTile label={t.takers} value={one.takers} to={result('all')} />
              <StatTile label={t.chosen} value={one.chosen.length} to={result('seated')} />
              <StatTile label={t.waiting} value={one.waiting.length} to={result('waiting')} />
              <StatTile
                label={t.outside}
                value={one.overrides.length}
                to={`/pembinaan/angkatan/${one.intakeId}/peserta`}
              />
            </div>
          </div>
        );
      })}
      {limits.length > 0 && (
        <Card title={t.limit}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.ofWhom}</th>
                <th scope="col">{t.rule}</th>
                <th scope="col" className="end">
                  {t.result}
                </th>
              </tr>
            </thead>
            <tbody>
              {limits.map(({ words, kind, wanted, reached }) => (
                <tr key={`${kind} ${words}`}>
                  <td>{words}</td>
                  <td>{t[kind]({ wanted: n(wanted) })}</td>
                  <td className="end">
                    <Link to={`/pembinaan/pemilihan/${selectionId}/hasil?tampil=seated`}>
                      {t.reached({ reached: n(reached) })}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </section>
  );
}
