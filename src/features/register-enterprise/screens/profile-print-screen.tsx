import { type Answer, answerLabel, type EvidenceGrade, evidenceLabel } from '#kernel/answer.ts';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { currentFigures } from '../rules/computed-scale.ts';
import { type EvidenceKind, evidenceKindLabel } from '../rules/evidence-kinds.ts';
import { wordFor } from '../rules/register-words.ts';
import { ProfileAbout, ProfilePlace } from './profile-about.tsx';
import { FigureTable } from './profile-figures.tsx';
import { ProfileProducts } from './profile-products.tsx';
import { ProfileSources } from './profile-sources.tsx';
import { mergedNames, type ProfileView } from './profile-view.ts';
import './register.css';
import './paper.css';
import './profile.css';

type Props = { profile: ProfileView; officeName: string; by: string; printedAt: number };

/** The profile on A4, for a folder or a visit; masked. */
export function ProfilePrintScreen({ profile, officeName, by, printedAt }: Props) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const { enterprise, owner, evidences, figures } = profile;
  return (
    <div className="stack paper profile">
      <title>{`${enterprise.name} · Gawangan`}</title>
      <PageHeader
        title={enterprise.name}
        lead={`${t.profile} · ${officeName}`}
        back={{ to: `/usaha/${enterprise.enterpriseId}`, label: t.toProfile }}
        action={<PrintButton />}
      />
      <section className="card paper-part">
        <h2>{t.about}</h2>
        <ProfileAbout enterprise={enterprise} kbliTitle={profile.kbliTitle} />
      </section>
      <section className="card paper-part">
        <h2>{t.owner}</h2>
        {owner ? (
          <DefinitionList
            items={[
              { term: l.fullName, value: owner.fullName },
              { term: l.nik, value: owner.nikMasked ?? answerLabel(owner.nikAnswer as Answer, locale) },
              { term: l.phone, value: owner.phones.map((phone) => phone.hint).join(', ') || t.none },
              { term: l.sex, value: owner.sex ? wordFor('sex', owner.sex, locale) : t.notKnown },
              { term: t.age, value: owner.ageBand ? t.ageYears({ band: owner.ageBand }) : t.notKnown },
            ]}
          />
        ) : (
          <p>{t.noOwner}</p>
        )}
      </section>
      <section className="card paper-part">
        <h2>{t.place}</h2>
        <ProfilePlace premises={profile.premises} place={profile.place} />
      </section>
      <section className="card paper-part">
        <h2>{t.products}</h2>
        <ProfileProducts products={profile.products} mayEdit={false} />
      </section>
      <section className="card paper-part">
        <h2>{t.figures}</h2>
        {figures.length > 0 ? (
          <FigureTable figures={currentFigures(figures)} caption={t.figures} />
        ) : (
          <p>{t.none}</p>
        )}
      </section>
      <section className="card paper-part">
        <h2>{t.evidences}</h2>
        {evidences.length === 0 && <p>{t.none}</p>}
        <ul className="lined-list">
          {evidences.map((one) => (
            <li key={one.evidenceId}>
              <div>
                <strong>{evidenceKindLabel(one.kind as EvidenceKind, locale)}</strong> {one.number}
                <span className="row-note">
                  {[
                    evidenceLabel(one.grade as EvidenceGrade, locale),
                    one.issuer,
                    one.expiresOn && t.validUntil({ day: formatDate(one.expiresOn, locale) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="card paper-part">
        <h2>{t.sources}</h2>
        <ProfileSources sources={profile.sources} names={mergedNames(profile)} />
      </section>
      <p className="soft small">{t.printedOn({ at: formatInstant(printedAt, locale), by })}</p>
    </div>
  );
}
