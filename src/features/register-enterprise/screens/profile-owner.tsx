import { Link } from 'react-router';
import { type Answer, answerLabel } from '#kernel/answer.ts';
import { formatDate } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { type Definition, DefinitionList } from '#ui/definition-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { MaskedValue } from '#ui/masked-value.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { wordFor } from '../rules/register-words.ts';
import { type MayDo, type OwnerView, type ProfileReply, type Revealed, replyTo } from './profile-view.ts';

const COVER = '••••••••';

/** Who owns it. Each identifier is covered; lifting a cover takes a reason and shows this one answer only. */
export function ProfileOwner({
  owner,
  enterpriseId,
  reply,
  may,
}: {
  owner: OwnerView;
  enterpriseId: string;
  reply?: ProfileReply;
  may: MayDo;
}) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const revealed = reply?.revealed ?? {};
  const covered = (label: string, field: keyof Revealed, masked: string, shown: string | undefined) => ({
    term: label,
    value: may.reveal ? (
      <MaskedValue
        label={label}
        masked={masked}
        revealed={shown}
        fields={{ intent: 'reveal', 'fields[]': field, ownerId: owner.ownerId }}
        reasons={t.reasons.split('|')}
      />
    ) : (
      <span className="mono">{masked}</span>
    ),
  });
  const others = owner.enterprises.filter((one) => one.enterpriseId !== enterpriseId);
  const shownText = (value: string | null | undefined) => (value === null ? t.empty : value);
  const facts: (Definition | false)[] = [
    owner.nikMasked
      ? covered(l.nik, 'nik', owner.nikMasked, shownText(revealed.nik))
      : { term: l.nik, value: answerLabel(owner.nikAnswer as Answer, locale) },
    owner.phones.length > 0
      ? {
          ...covered(
            l.phone,
            'phones',
            owner.phones.map((phone) => phone.hint).join(', '),
            revealed.phones?.join(', '),
          ),
          note: owner.phones.map((phone) => wordFor('whose', phone.whose, locale)).join(', '),
        }
      : { term: l.phone, value: <span className="soft">{t.none}</span> },
    owner.emailMasked !== null && covered(l.email, 'email', owner.emailMasked, shownText(revealed.email)),
    owner.ageBand !== null && { term: t.age, value: t.ageYears({ band: owner.ageBand }) },
    owner.ageBand !== null && covered(l.birthDate, 'birth_date', COVER, dayIn(revealed.birth_date, locale)),
    owner.hasNoKk && covered(l.noKk, 'no_kk', COVER, shownText(revealed.no_kk)),
    owner.hasHomeAddress && covered(l.homeAddress, 'home_address', COVER, shownText(revealed.home_address)),
    owner.sex !== null && { term: l.sex, value: wordFor('sex', owner.sex, locale) },
    owner.hasDisabilityAnswer &&
      covered(
        l.disability,
        'disability',
        COVER,
        revealed.disability ? wordFor('disability', revealed.disability, locale) : undefined,
      ),
  ];
  return (
    <>
      <p className="owner-name">
        {owner.fullName} {owner.deceased && <StatusBadge tone="quiet">{t.ended}</StatusBadge>}
      </p>
      <ErrorSummary refusal={replyTo(reply, 'reveal').refusal} />
      <DefinitionList items={facts.filter((fact) => fact !== false)} />
      {others.length > 0 && (
        <div>
          <h3 className="small-head">{t.others}</h3>
          <ul className="plain-list">
            {others.map((one) => (
              <li key={one.enterpriseId}>
                <Link to={`/usaha/${one.enterpriseId}`}>{one.name}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {may.issueCode && (
        <p className="small">
          <Link to={`/pemilik/${owner.ownerId}/kode`}>{t.code}</Link>
        </p>
      )}
    </>
  );
}

function dayIn(day: string | null | undefined, locale: Locale): string | undefined {
  return day ? formatDate(day, locale) : undefined;
}
