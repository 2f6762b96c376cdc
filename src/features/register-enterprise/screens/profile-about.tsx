import { type Answer, answerLabel } from '#kernel/answer.ts';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { scaleLabel, type UmkmScale } from '#kernel/statutory/scale.ts';
import { DefinitionList } from '#ui/definition-list.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { wordFor } from '../rules/register-words.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';
import type { ProfileView } from './profile-view.ts';

/** What is known of the enterprise itself; what is not known says so. */
export function ProfileAbout({ enterprise, kbliTitle }: Pick<ProfileView, 'enterprise' | 'kbliTitle'>) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const unknown = <span className="soft">{t.notKnown}</span>;
  const scale = (value: string) => scaleLabel(value as UmkmScale, locale);
  const { computedScale, reportedScale, kbliCode, kbliVersion } = enterprise;
  return (
    <DefinitionList
      items={[
        { term: l.sector, value: sectorLabel(enterprise.sector as Sector, locale) },
        {
          term: t.scale,
          value: computedScale ? scale(computedScale) : unknown,
          note: [
            computedScale && t.scaleComputed,
            reportedScale && t.scaleSays({ scale: scale(reportedScale) }),
          ]
            .filter(Boolean)
            .join('. '),
        },
        {
          term: l.nib,
          value: enterprise.nib ? (
            <span className="mono">{enterprise.nib}</span>
          ) : (
            answerLabel(enterprise.nibAnswer as Answer, locale)
          ),
        },
        {
          term: l.kbli,
          value: kbliCode ? (kbliTitle ?? kbliCode) : unknown,
          note: kbliCode && `KBLI ${kbliVersion}: ${kbliCode}`,
        },
        {
          term: l.operation,
          value: wordFor('operation', enterprise.operation, locale),
          note: enterprise.verifiedOn && t.verifiedOn({ day: formatDate(enterprise.verifiedOn, locale) }),
        },
        { term: l.activity, value: enterprise.activity ?? unknown },
        { term: l.legalForm, value: enterprise.legalForm ?? unknown },
        {
          term: l.startedOn,
          value: enterprise.startedOn ? formatDate(enterprise.startedOn, locale) : unknown,
        },
      ]}
    />
  );
}

/** Where it is, down to RT and RW; a position opens in a map of one's own choosing. */
export function ProfilePlace({ premises, place }: Pick<ProfileView, 'premises' | 'place'>) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const unknown = <span className="soft">{t.notKnown}</span>;
  const { latitude, longitude } = premises ?? {};
  return (
    <>
      <DefinitionList
        items={[
          { term: l.villageCode, value: place[0] ?? unknown, note: place.slice(1).join(', ') },
          {
            term: 'RT / RW',
            value: premises?.rt || premises?.rw ? `${premises.rt ?? '-'} / ${premises.rw ?? '-'}` : unknown,
          },
          { term: l.address, value: premises?.address ?? unknown, note: premises?.hamlet },
        ]}
      />
      {latitude != null && longitude != null && (
        <p>
          <a
            href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`}
            target="_blank"
            rel="noreferrer"
          >
            {t.map} ({latitude.toFixed(5)}, {longitude.toFixed(5)})
          </a>
        </p>
      )}
    </>
  );
}
