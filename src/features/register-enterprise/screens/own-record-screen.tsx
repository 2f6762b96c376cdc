import { Form, Link } from 'react-router';
import { type Answer, answerLabel } from '#kernel/answer.ts';
import { formatDate, formatInstant, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { ownMessages } from '../messages/own-messages.ts';
import { evidenceExpiry } from '../rules/evidence-expiry.ts';
import { type EvidenceKind, evidenceKindLabel } from '../rules/evidence-kinds.ts';
import { wordFor } from '../rules/register-words.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';
import { placeLine } from './place-line.ts';
import './own.css';

type OwnEnterprise = {
  enterpriseId: string;
  name: string;
  sector: string;
  standing: string;
  nib: string | null;
  nibAnswer: string;
  place: string[];
  rt: string | null;
  rw: string | null;
  products: string[];
  evidences: { evidenceId: string; kind: string; expiresOn: string | null }[];
  groups: string[];
  sources: { sourceListId: string; name: string; asOf: string }[];
  openWish: { text: string; at: Date } | null;
};

type Props = {
  record: {
    fullName: string;
    birthDate: string | null;
    homeAddress: string | null;
    sex: string | null;
    nikAnswer: string;
    nikMasked: string | null;
    hasNoKk: boolean;
    emailMasked: string | null;
    phones: { hint: string; whose: string }[];
    enterprises: OwnEnterprise[];
  };
  officeName: string;
  today: PlainDate;
  sent: boolean;
  reply?: { typed: Readonly<Record<string, string>>; refusal: Refusal };
};

/** An owner's own page, on a phone: my enterprises, what the office holds about me, and a way to correct it. */
export function OwnRecordScreen({ record, officeName, today, sent, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const none = <span className="soft">{t.notKnown}</span>;
  return (
    <div className="narrow stack own">
      <title>{`${t.title} · Gawangan`}</title>
      <div>
        <Link to="/saya">{t.back}</Link>
        <h1>{record.fullName}</h1>
        <p className="soft">{officeName}</p>
      </div>
      {sent && (
        <Notice tone="done" live>
          {t.sent}
        </Notice>
      )}
      <section className="stack" aria-labelledby="usaha">
        <h2 id="usaha">{t.enterprises}</h2>
        {record.enterprises.length === 0 && <p>{t.none}</p>}
        {record.enterprises.map((enterprise) => (
          <Enterprise key={enterprise.enterpriseId} enterprise={enterprise} today={today} />
        ))}
      </section>
      <section className="card" aria-labelledby="data">
        <h2 id="data">{t.hold}</h2>
        <p className="soft small">{t.holdLead({ office: officeName })}</p>
        <dl className="facts">
          <Fact term={l.nik}>{record.nikMasked ?? answerLabel(record.nikAnswer as Answer, locale)}</Fact>
          <Fact term={l.email}>{record.emailMasked ?? none}</Fact>
          <Fact term={l.noKk}>{record.hasNoKk ? t.onRecord : none}</Fact>
          <Fact term={l.phone}>
            {record.phones.length === 0
              ? none
              : record.phones
                  .map(
                    (phone) =>
                      `${phone.hint} (${phone.whose === 'own' ? t.yours : wordFor('whose', phone.whose, locale).toLowerCase()})`,
                  )
                  .join(', ')}
          </Fact>
          <Fact term={l.birthDate}>{record.birthDate ? formatDate(record.birthDate, locale) : none}</Fact>
          <Fact term={l.sex}>{record.sex ? wordFor('sex', record.sex, locale) : none}</Fact>
          <Fact term={l.homeAddress}>{record.homeAddress ?? none}</Fact>
        </dl>
      </section>
      <Correction enterprises={record.enterprises} reply={reply} />
    </div>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Enterprise({ enterprise, today }: { enterprise: OwnEnterprise; today: PlainDate }) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const { name, sector, standing, place, rt, rw, products, evidences, groups, sources, openWish } =
    enterprise;
  const permits = evidences.map(({ kind, expiresOn }) => {
    const word = evidenceKindLabel(kind as EvidenceKind, locale);
    if (expiresOn === null) return word;
    const day = formatDate(expiresOn, locale);
    return evidenceExpiry(expiresOn, today) === 'expired'
      ? t.expired({ kind: word, day })
      : t.until({ kind: word, day });
  });
  return (
    <article className="card">
      <h3>{name}</h3>
      <p className="soft small">
        {sectorLabel(sector as Sector, locale)} · {wordFor('standing', standing, locale)}
      </p>
      {openWish && (
        <Notice tone="wait">
          {t.asked({ at: formatInstant(openWish.at.getTime(), locale), text: openWish.text })}
        </Notice>
      )}
      <dl className="facts">
        <Fact term={t.place}>
          {placeLine({ villageName: place[0] ?? null, rt, rw, districtName: place[1] ?? null }) || (
            <span className="soft">{t.notKnown}</span>
          )}
        </Fact>
        <Fact term={l.nib}>{enterprise.nib ?? answerLabel(enterprise.nibAnswer as Answer, locale)}</Fact>
        <Fact term={t.products}>{products.join(', ') || <span className="soft">{t.noProducts}</span>}</Fact>
        <Fact term={t.permits}>{permits.join('; ') || <span className="soft">{t.noPermits}</span>}</Fact>
        {groups.length > 0 && <Fact term={t.groups}>{groups.join(', ')}</Fact>}
        <Fact term={t.sources}>
          {sources
            .map((source) => t.asOf({ name: source.name, day: formatDate(source.asOf, locale) }))
            .join(', ') || t.noSources}
        </Fact>
      </dl>
    </article>
  );
}

function Correction({
  enterprises,
  reply,
}: {
  enterprises: readonly OwnEnterprise[];
  reply: Props['reply'];
}) {
  const t = messagesFor(ownMessages, useLocale());
  return (
    <section className="card" aria-labelledby="perbaiki">
      <h2 id="perbaiki">{t.wrong}</h2>
      <p className="soft small">{t.wrongHint}</p>
      <Form method="post" className="stack" noValidate>
        <ErrorSummary refusal={reply?.refusal} labels={{ text: t.wrongLabel }} />
        <SelectField
          name="enterpriseId"
          label={t.about}
          empty={t.aboutMe}
          options={enterprises.map(({ enterpriseId, name }) => ({ value: enterpriseId, label: name }))}
          defaultValue={reply?.typed.enterpriseId ?? enterprises[0]?.enterpriseId ?? ''}
        />
        <TextareaField
          name="text"
          label={t.wrongLabel}
          hint={t.wrongExample}
          errors={reply?.refusal.fields}
          defaultValue={reply?.typed.text}
          maxLength={1000}
        />
        <Button wide>{t.send}</Button>
      </Form>
    </section>
  );
}
