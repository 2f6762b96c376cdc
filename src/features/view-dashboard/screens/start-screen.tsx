import { Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { BarList } from '#ui/bar-list.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber, formatShare } from '#ui/format-number.ts';
import { IconBuildingStore, IconTableImport } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { startMessages } from '../messages/start-messages.ts';

export type StartScreenProps = {
  name: string;
  officeName: string;
  today: PlainDate;
  tasks: readonly {
    taskId: string;
    title: string;
    done: number;
    total: number | null;
    secondsLeft: number | null;
    /** The page of what is being worked on. */
    to: string | null;
  }[];
  /** Null: a partner, who sees their own intakes only. */
  overview: {
    enterprises: number;
    owners: number;
    verified: number;
    withoutVillage: number;
    villages: readonly { areaCode: string; name: string; listed: number; verified: number }[];
    sources: readonly { sourceListId: string; name: string; asOf: string; enterprises: number }[];
  } | null;
  /** Rounds of the census that run; none for whoever does not follow them. */
  rounds: readonly { roundId: string; name: string; listed: number; visited: number; waiting: number }[];
  mayRegister: boolean;
  mayBringIn: boolean;
};

export function StartScreen(props: StartScreenProps) {
  const { name, officeName, today, tasks, overview, rounds, mayRegister, mayBringIn } = props;
  const locale = useLocale();
  const t = messagesFor(startMessages, locale);
  if (overview === null) {
    return (
      <div className="stack">
        <PageHeader title={t.greeting({ name })} lead={officeName} />
        <EmptyState icon={IconBuildingStore} title={t.partnerTitle}>
          {t.partnerText}
        </EmptyState>
      </div>
    );
  }
  const share = formatShare(
    overview.enterprises === 0 ? 0 : overview.verified / overview.enterprises,
    locale,
  );
  return (
    <div className="stack">
      <PageHeader title={t.greeting({ name })} lead={officeName} />
      {tasks.length > 0 && (
        <Card title={t.working}>
          <div className="stack">
            {tasks.map((task) => (
              <ProgressBar
                key={task.taskId}
                label={task.title}
                done={task.done}
                total={task.total}
                unit={t.rows}
                secondsLeft={task.secondsLeft}
                running
                note={
                  task.to === null ? undefined : <Link to={task.to}>{t.openTask({ title: task.title })}</Link>
                }
              />
            ))}
          </div>
        </Card>
      )}
      {overview.enterprises === 0 && tasks.length === 0 ? (
        <EmptyState
          icon={IconBuildingStore}
          title={t.emptyTitle}
          action={
            <div className="row centred">
              {mayBringIn && (
                <ButtonLink to="/daftar/baru" icon={IconTableImport}>
                  {t.bringIn}
                </ButtonLink>
              )}
              {mayRegister && (
                <ButtonLink to="/usaha/baru" look={mayBringIn ? 'secondary' : 'primary'}>
                  {t.register}
                </ButtonLink>
              )}
            </div>
          }
        >
          {mayBringIn ? t.emptyTextWithLists : t.emptyText}
        </EmptyState>
      ) : (
        <>
          <SearchBox label={t.find} action="/usaha" />
          <div className="tiles">
            <StatTile
              label={t.listed}
              value={overview.enterprises}
              unit={t.enterprises}
              note={t.sourceAsOf({ day: formatDate(today, locale) })}
              to="/usaha"
            />
            <StatTile label={t.people} value={overview.owners} unit={t.persons} />
            <StatTile
              label={t.verified}
              value={overview.verified}
              unit={t.enterprises}
              note={t.ofAll({ share })}
              to="/usaha?status=verified"
            />
          </div>
          {rounds.length > 0 && (
            <Card title={t.census}>
              <div className="stack">
                {rounds.map(({ roundId, name: round, listed, visited, waiting }) => (
                  <div key={roundId}>
                    <ProgressBar
                      label={round}
                      done={visited}
                      total={listed}
                      unit={t.visited}
                      running={false}
                    />
                    <p className="small">
                      <Link to={`/pendataan/${roundId}/cakupan`}>{t.openCoverage}</Link>
                      {' · '}
                      <Link to={`/pendataan/${roundId}/periksa`}>
                        {waiting === 0 ? t.nothingWaits : t.waits({ count: formatNumber(waiting, locale) })}
                      </Link>
                    </p>
                  </div>
                ))}
              </div>
            </Card>
          )}
          <Card>
            <BarList
              title={t.byVillage({ share })}
              unit={t.enterprises}
              of={t.village}
              bars={[
                ...overview.villages.map((village) => ({
                  label: village.name,
                  value: village.verified,
                  of: village.listed,
                  to: `/usaha?wilayah=${village.areaCode}`,
                })),
                ...(overview.withoutVillage > 0
                  ? [{ label: t.noVillage, value: 0, of: overview.withoutVillage }]
                  : []),
              ]}
              source={t.source({ office: officeName })}
              asOf={today}
            />
          </Card>
          <Card
            title={t.sources}
            action={
              mayBringIn && (
                <ButtonLink to="/daftar/baru" look="secondary" icon={IconTableImport}>
                  {t.bringIn}
                </ButtonLink>
              )
            }
          >
            {overview.sources.length === 0 ? (
              <p className="soft">{t.noSources}</p>
            ) : (
              <DefinitionList
                items={overview.sources.map((source) => ({
                  term: source.name,
                  value: `${formatNumber(source.enterprises, locale)} ${t.enterprises}`,
                  note: t.sourceAsOf({ day: formatDate(source.asOf, locale) }),
                }))}
              />
            )}
          </Card>
        </>
      )}
    </div>
  );
}
