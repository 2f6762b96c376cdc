import { messagesFor } from '#kernel/language.ts';
import { kindWord } from '#kernel/support-terms.ts';
import { ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import { templates } from '../rules/templates.ts';
import './programme.css';

/** The way to a programme in one minute: an example that is filled in already. */
export function ChooseTemplateScreen() {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <div className="stack">
      <title>{`${t.createTitle} · Gawangan`}</title>
      <PageHeader title={t.chooseTitle} lead={t.chooseLead} back={{ to: '/pembinaan', label: t.title }} />
      <div className="template-cards">
        {templates.map(({ key, kind, name, nameEn, summary, stages, seats }) => (
          <section key={key} className="card">
            <h2>{locale === 'id' ? name : nameEn}</h2>
            <p className="soft small">
              {[
                kindWord(kind, locale),
                t.stagesCount({ count: count(stages.length) }),
                t.seatsCount({ count: count(seats) }),
              ].join(' · ')}
            </p>
            <p lang="id">{summary}</p>
            <ButtonLink
              to={`/pembinaan/baru?templat=${key}`}
              look="secondary"
              aria-label={t.use({ name: locale === 'id' ? name : nameEn })}
            >
              {t.use({ name: '' }).replace(/[: ]+$/, '')}
            </ButtonLink>
          </section>
        ))}
        <section className="card">
          <h2>{t.blank}</h2>
          <p>{t.blankText}</p>
          <ButtonLink to="/pembinaan/baru?templat=kosong" look="secondary">
            {t.blank}
          </ButtonLink>
        </section>
      </div>
    </div>
  );
}
