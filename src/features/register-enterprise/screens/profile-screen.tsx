import { Form, Link } from 'react-router';
import { formatInstant, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { type NikWarning, nikWarningText } from '#kernel/statutory/nik-warning.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { IconEdit, IconPrinter } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { mergeMessages } from '../messages/merge-messages.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import type { ProfilePartView } from '../rules/profile-part.ts';
import { openCorrection } from '../rules/record-history.ts';
import { placeLine } from './place-line.ts';
import { ProfileAbout, ProfilePlace } from './profile-about.tsx';
import { ProfileEvidences } from './profile-evidences.tsx';
import { ProfileFigures } from './profile-figures.tsx';
import { type GroupChoice, ProfileGroups } from './profile-groups.tsx';
import { ProfileMerges } from './profile-merges.tsx';
import { ProfileOwner } from './profile-owner.tsx';
import { ProfileParts } from './profile-parts.tsx';
import { ProfileProducts } from './profile-products.tsx';
import { ProfileSection } from './profile-section.tsx';
import { ProfileSources } from './profile-sources.tsx';
import { ProfileTimeline } from './profile-timeline.tsx';
import { type MayDo, mergedNames, type ProfileReply, type ProfileView, replyTo } from './profile-view.ts';
import { OperationBadge, StandingBadge } from './register-badges.tsx';
import './register.css';
import './form.css';
import './paper.css';
import './profile.css';

export type ProfileProps = {
  profile: ProfileView;
  groupChoices: readonly GroupChoice[];
  /** What other slices know of it. */
  parts: readonly ProfilePartView[];
  villageNames: Readonly<Record<string, string>>;
  today: PlainDate;
  /** What was just saved, by the section that shows it, or `baru`. */
  saved: string | null;
  warnings: readonly NikWarning[];
  may: MayDo;
  reply?: ProfileReply;
};

/** The intents whose answer is shown inside their own section. */
const withOwnForm = ['add-product', 'add-figure', 'add-evidence', 'join-group', 'add-note', 'reveal'];

/** Everything on record of one enterprise, and small forms to add to it. */
export function ProfileScreen({
  profile,
  groupChoices,
  parts,
  villageNames,
  today,
  saved,
  warnings,
  may,
  reply,
}: ProfileProps) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const { enterprise, owner, premises, place } = profile;
  const where = placeLine({
    villageName: place[0] ?? null,
    rt: premises?.rt ?? null,
    rw: premises?.rw ?? null,
  });
  const correction = openCorrection(profile.changes);
  const elsewhere = reply && !withOwnForm.includes(reply.intent) ? reply.refusal : undefined;
  const page = `/usaha/${enterprise.enterpriseId}`;
  const names = mergedNames(profile);
  return (
    <div className="stack profile">
      <title>{`${enterprise.name} · Gawangan`}</title>
      <PageHeader
        title={enterprise.name}
        lead={[enterprise.brand !== enterprise.name && enterprise.brand, owner?.fullName, where]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/usaha', label: t.back }}
        badge={
          <span className="badges">
            <StandingBadge standing={enterprise.standing} locale={locale} />
            <OperationBadge operation={enterprise.operation} locale={locale} />
          </span>
        }
        action={
          <>
            <ButtonLink to={`${page}/cetak`} look="secondary" icon={IconPrinter}>
              {t.print}
            </ButtonLink>
            {may.edit && (
              <ButtonLink to={`${page}/ubah`} icon={IconEdit}>
                {t.edit}
              </ButtonLink>
            )}
          </>
        }
      />
      {saved === 'baru' && (
        <Notice tone="done" live>
          {t.registered}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="wait">
          {t.niks}
          <ul className="warnings">
            {warnings.map((warning) => (
              <li key={warning}>{nikWarningText(warning, locale)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {correction && (
        <Notice tone="wait">
          <strong>{t.correction({ at: formatInstant(correction.at.getTime(), locale) })}</strong>
          <p className="quoted">{correction.text}</p>
          <p className="small">{t.correctionHow}</p>
        </Notice>
      )}
      <ErrorSummary refusal={elsewhere} />
      {/* Whatever was saved begins the small forms anew: folded and empty. */}
      <div className="profile-columns" key={profile.changes[0]?.changeId}>
        <div className="stack">
          <ProfileSection id="usaha" title={t.about} saved={saved === 'usaha'}>
            <ProfileAbout enterprise={enterprise} kbliTitle={profile.kbliTitle} />
          </ProfileSection>
          <ProfileSection id="tempat" title={t.place}>
            <ProfilePlace premises={premises} place={place} />
          </ProfileSection>
          <ProfileSection id="produk" title={t.products} saved={saved === 'produk'}>
            <ProfileProducts products={profile.products} reply={reply} mayEdit={may.edit} />
          </ProfileSection>
          <ProfileSection id="angka" title={t.figures} saved={saved === 'angka'}>
            <ProfileFigures
              figures={profile.figures}
              reply={reply}
              mayEdit={may.edit}
              thisYear={Number(today.slice(0, 4))}
            />
          </ProfileSection>
          <ProfileSection id="bukti" title={t.evidences} saved={saved === 'bukti'}>
            <ProfileEvidences evidences={profile.evidences} reply={reply} mayEdit={may.edit} today={today} />
          </ProfileSection>
        </div>
        <div className="stack">
          <ProfileSection
            id="pemilik"
            title={t.owner}
            saved={saved === 'pemilik'}
            action={may.edit && owner ? <Link to={`${page}/pemilik`}>{t.editOwner}</Link> : undefined}
          >
            {owner ? (
              <ProfileOwner owner={owner} enterpriseId={enterprise.enterpriseId} reply={reply} may={may} />
            ) : (
              <p className="soft">{t.noOwner}</p>
            )}
          </ProfileSection>
          <ProfileSection id="kelompok" title={t.groups} saved={saved === 'kelompok'}>
            <ProfileGroups
              groups={profile.groups}
              choices={groupChoices}
              reply={reply}
              mayManage={may.manageGroups}
              today={today}
            />
          </ProfileSection>
          <ProfileParts parts={parts} />
          <ProfileSection id="asal" title={t.sources}>
            <ProfileSources sources={profile.sources} names={names} />
          </ProfileSection>
          {(profile.merges.length > 0 || saved === 'gabungan') && (
            <ProfileSection id="gabungan" title={messagesFor(mergeMessages, locale).title}>
              <ProfileMerges merges={profile.merges} mayMerge={may.merge} />
            </ProfileSection>
          )}
          <ProfileSection id="riwayat" title={t.history} saved={saved === 'riwayat'}>
            {may.edit && <NoteForm reply={reply} />}
            <ProfileTimeline changes={profile.changes} villageNames={villageNames} names={names} />
          </ProfileSection>
        </div>
      </div>
    </div>
  );
}

function NoteForm({ reply }: { reply?: ProfileReply }) {
  const t = messagesFor(profileMessages, useLocale());
  const { values, refusal, errors } = replyTo(reply, 'add-note');
  return (
    <Form method="post" className="fields" noValidate preventScrollReset>
      <ErrorSummary refusal={refusal} labels={{ text: t.note }} />
      <input type="hidden" name="intent" value="add-note" />
      <TextareaField
        name="text"
        label={t.addNote}
        rows={2}
        defaultValue={values.text}
        errors={errors}
        maxLength={2000}
      />
      <Button look="secondary" className="start">
        {t.save}
      </Button>
    </Form>
  );
}
