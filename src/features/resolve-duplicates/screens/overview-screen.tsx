import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { IconEqual } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import type { DuplicatesOverview } from '../rules/overview.ts';
import { PileCard } from './pile-card.tsx';
import { PolicyCard } from './policy-card.tsx';
import { QualityCard } from './quality-card.tsx';
import { RecentDecisions } from './recent-decisions.tsx';
import { RunCard } from './run-card.tsx';
import './overview.css';

export type OverviewScreenProps = {
  overview: DuplicatesOverview | null;
  mayDecide: boolean;
  maySteer: boolean;
  refusal?: Refusal | undefined;
};

/** How many pairs wait and what is to be done about them: the next pair, or the whole pile. */
export function OverviewScreen({ overview, mayDecide, maySteer, refusal }: OverviewScreenProps) {
  const t = messagesFor(overviewMessages, useLocale());
  const title = <title>{`${t.title} · Gawangan`}</title>;
  if (overview === null)
    return (
      <div className="stack">
        {title}
        <PageHeader title={t.title} lead={t.lead} />
        <EmptyState icon={IconEqual} title={t.emptyTitle}>
          {t.partOnly}
        </EmptyState>
      </div>
    );
  const { waiting } = overview;
  const toLookAt = waiting.sure + waiting.review;
  return (
    <div className="stack">
      {title}
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={toLookAt > 0 && <ButtonLink to="/kembar/periksa">{t.next}</ButtonLink>}
      />
      <ErrorSummary refusal={refusal} />
      {toLookAt + waiting.asked === 0 ? (
        <div className="card">
          <EmptyState icon={IconEqual} title={t.emptyTitle}>
            {t.emptyText}
          </EmptyState>
        </div>
      ) : (
        <div className="tiles">
          <StatTile
            label={t.sure}
            value={waiting.sure}
            unit={t.pairs}
            {...(overview.release.state === 'needs_examples' && waiting.sure > 0 ? { note: t.sureNote } : {})}
          />
          <StatTile
            label={t.review}
            value={waiting.review}
            unit={t.pairs}
            note={t.reviewNote}
            {...(toLookAt > 0 ? { to: '/kembar/periksa' } : {})}
          />
          <StatTile
            label={t.asked}
            value={waiting.asked}
            unit={t.pairs}
            note={t.askedNote}
            to="/kembar/tanya"
          />
        </div>
      )}
      <div className="steering">
        <PileCard overview={overview} maySteer={maySteer} mayDecide={mayDecide} />
        <PolicyCard target={overview.target} maySteer={maySteer} />
      </div>
      <div className="steering">
        <RunCard run={overview.run} maySteer={maySteer} />
        <QualityCard quality={overview.quality} sample={overview.sample} mayDecide={mayDecide} />
      </div>
      <Card title={t.recent}>
        <RecentDecisions decided={overview.decided} mayDecide={mayDecide} />
      </Card>
    </div>
  );
}
