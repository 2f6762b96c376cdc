import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconListSearch } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import type { RunCounts } from '../rules/linkage-run.ts';
import type { DuplicatesOverview } from '../rules/overview.ts';

type Props = { run: DuplicatesOverview['run']; maySteer: boolean };

/** A search for duplicates over the whole register: started, followed, its preview taken over or given up. */
export function RunCard({ run, maySteer }: Props) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  const isLost = run?.status === 'running' && (run.task === null || run.task.failed);
  const isRunning = run?.status === 'running' && !isLost;
  const isPreview = run?.status === 'previewed';
  const button = (intent: string, words: string, look?: 'secondary' | 'quiet') => (
    <Button name="intent" value={intent} {...(look ? { look } : {})}>
      {words}
    </Button>
  );
  return (
    <Card title={t.search}>
      <div className="stack tight">
        {(isLost || run?.status === 'failed') && <Notice tone="wrong">{t.runFailed}</Notice>}
        {isRunning && run.task && (
          <ProgressBar label={t.running} unit={t.enterprises} running {...run.task} />
        )}
        {isPreview && run.counts && <Preview counts={run.counts} />}
        {!isRunning && !isPreview && (
          <p>
            {t.searchText}{' '}
            <span className="soft">
              {run
                ? t.lastRun({
                    day: formatDate(plainDateInWib(Date.parse(run.startedAt)), locale),
                    by: run.foundBy,
                  })
                : t.neverRun}
            </span>
          </p>
        )}
        {maySteer && (
          <Form method="post" preventScrollReset className="row">
            {run && <input type="hidden" name="runId" value={run.runId} />}
            {isRunning && button('discard_run', t.cancelRun, 'secondary')}
            {isPreview && (
              <>
                {run.counts &&
                  run.counts.sure + run.counts.review > 0 &&
                  button('take_over_run', t.takeOver, 'secondary')}
                {button('discard_run', t.discard, 'quiet')}
              </>
            )}
            {!isRunning && !isPreview && (
              <Button name="intent" value="start_run" look="secondary" icon={IconListSearch}>
                {run && run.status !== 'discarded' ? t.startAgain : t.startRun}
              </Button>
            )}
          </Form>
        )}
      </div>
    </Card>
  );
}

function Preview({ counts }: { counts: RunCounts }) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  const said = (value: number) => formatNumber(value, locale);
  const pairs = counts.sure + counts.review;
  const enterprises = said(counts.enterprises);
  if (pairs === 0) return <p>{t.foundNone({ enterprises })}</p>;
  return (
    <>
      <div>
        <p>
          <strong>{t.found({ pairs: said(pairs), enterprises })}</strong>
        </p>
        <p className="soft small">{t.foundText}</p>
      </div>
      <DefinitionList
        items={[
          { term: t.foundSure, value: said(counts.sure) },
          { term: t.foundReview, value: said(counts.review) },
          { term: t.foundNo, value: said(counts.no) },
          {
            term: t.clusters,
            value: said(counts.clusters),
            ...(counts.clusters > 0
              ? { note: t.clustersNote({ largest: said(counts.largestCluster) }) }
              : {}),
          },
        ]}
      />
    </>
  );
}
