import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { formatNip } from '#kernel/statutory/nip.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { IconPlus } from '../../../ui/icons.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { papersMessages } from '../messages/papers-messages.ts';
import { type SignatoryRow, signsOn } from '../rules/signatory.ts';
import { LetterheadCard, type LetterheadView } from './letterhead-card.tsx';
import { SignatoryForm } from './signatory-form.tsx';
import './papers.css';

type Typed = Readonly<Record<string, string>>;
type Props = {
  today: string;
  letterhead: LetterheadView;
  signatories: readonly SignatoryRow[];
  mayManage: boolean;
  newSignatoryId: string;
  /** Whose entry is open for mending. */
  editing: string | null;
  adding: boolean;
  saved: boolean;
  typed?: Typed | undefined;
  refusal?: Refusal | undefined;
};

/** What heads the office's papers, and who signs them. */
export function PapersScreen(props: Props) {
  const { letterhead, today, mayManage, signatories, typed, refusal, saved, newSignatoryId } = props;
  const t = messagesFor(papersMessages, useLocale());
  const intent = typed?.intent;
  // One form at a time: its fields have their names for themselves.
  const open = mayManage ? (intent === 'change' ? typed?.signatoryId : props.editing) : null;
  const isAdding = mayManage && !open && (props.adding || intent === 'add' || signatories.length === 0);
  const { lines, address, contact, city, effectiveOn, logo, ...others } = t;
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/orang', label: t.toPeople }} />
      <ErrorSummary
        refusal={refusal}
        labels={{ ...labelsOf(others), lines, address, contact, city, effectiveOn, logo }}
      />
      {saved && !refusal && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      <LetterheadCard
        letterhead={letterhead}
        today={today}
        mayManage={mayManage}
        typed={intent === 'letterhead' ? typed : undefined}
        errors={intent === 'letterhead' ? refusal?.fields : undefined}
      />
      <Card title={t.signatories}>
        <p className="soft card-lead">{t.signatoriesLead}</p>
        {signatories.length === 0 && <p className="soft">{t.none}</p>}
        <ul className="lined-list">
          {signatories.map((row) => (
            <SignatoryLine
              key={row.signatoryId}
              row={row}
              today={today}
              mayManage={mayManage}
              isOpen={open === row.signatoryId}
              typed={typed?.signatoryId === row.signatoryId ? typed : undefined}
              refusal={refusal}
            />
          ))}
        </ul>
        {mayManage && !isAdding && (
          <div className="after-list">
            <ButtonLink to="/surat?tambah=1#penanda" icon={IconPlus} look="secondary">
              {t.add}
            </ButtonLink>
          </div>
        )}
        {isAdding && (
          <div id="penanda" className="after-list stack">
            <h3>{t.add}</h3>
            <SignatoryForm
              intent="add"
              values={
                intent === 'add' && typed
                  ? typed
                  : { signatoryId: newSignatoryId, duty: 'head', validFrom: today }
              }
              errors={intent === 'add' ? refusal?.fields : undefined}
            />
          </div>
        )}
      </Card>
    </div>
  );
}

type Texts = Pick<
  ReturnType<typeof messagesFor<(typeof papersMessages)['id']>>,
  'duty' | 'name' | 'rank' | 'nip' | 'position' | 'acting' | 'validFrom' | 'validTo'
>;
const labelsOf = ({ duty, name, rank, nip, position, acting, validFrom, validTo }: Texts) => ({
  duty,
  name,
  rank,
  nip,
  position,
  acting,
  validFrom,
  validTo,
});

function SignatoryLine(props: {
  row: SignatoryRow;
  today: string;
  mayManage: boolean;
  isOpen: boolean;
  typed: Typed | undefined;
  refusal: Refusal | undefined;
}) {
  const { row, today, mayManage, isOpen, typed, refusal } = props;
  const locale = useLocale();
  const t = messagesFor(papersMessages, locale);
  const { name, rank, nip, position, acting, duty, validFrom, validTo } = row;
  const isNow = signsOn(row, today);
  const day = (date: string) => formatDate(date, locale);
  const during = validTo
    ? t.fromTo({ from: day(validFrom), to: day(validTo) })
    : t.from({ day: day(validFrom) });
  return (
    <li>
      <div>
        <p className="row">
          <strong>{name}</strong>
          <StatusBadge tone={isNow ? 'done' : 'quiet'}>
            {isNow ? t.now : validFrom > today ? t.coming : t.ended}
          </StatusBadge>
        </p>
        <p>{[acting && { plt: 'Plt.', plh: 'Plh.' }[acting], position].filter(Boolean).join(' ')}</p>
        <p className="soft small">
          {[t[duty], rank, nip && `NIP ${formatNip(nip)}`, during].filter(Boolean).join(' · ')}
        </p>
        {isOpen && (
          <div id="penanda" className="after-list">
            <SignatoryForm
              intent="change"
              values={typed ?? { ...row }}
              errors={typed ? refusal?.fields : undefined}
            />
          </div>
        )}
      </div>
      {mayManage && !isOpen && (
        <span className="row">
          <ButtonLink
            to={`/surat?ubah=${row.signatoryId}#penanda`}
            look="quiet"
            aria-label={t.editWhom({ name })}
          >
            {t.edit}
          </ButtonLink>
          {isNow && validTo === null && (
            <Form method="post">
              <input type="hidden" name="signatoryId" value={row.signatoryId} />
              <input type="hidden" name="validTo" value={today} />
              <Button name="intent" value="end" look="quiet" aria-label={t.endWhom({ name })}>
                {t.end}
              </Button>
            </Form>
          )}
        </span>
      )}
    </li>
  );
}
