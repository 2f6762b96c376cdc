import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { overviewMessages } from '../messages/overview-messages.ts';
import { examplesNeeded } from '../rules/false-merge-target.ts';
import type { DuplicatesOverview } from '../rules/overview.ts';
import { reviewAddress } from './queue-address.ts';

type Props = { overview: DuplicatesOverview; maySteer: boolean; mayDecide: boolean };

/** The surely alike: ten examples first, then all of them in one go. */
export function PileCard({ overview, maySteer, mayDecide }: Props) {
  const locale = useLocale();
  const t = messagesFor(overviewMessages, locale);
  const { release, waiting, merging } = overview;
  const count = { count: formatNumber(waiting.sure, locale) };
  const examples = (words: string) =>
    mayDecide &&
    waiting.sure > 0 && (
      <ButtonLink to={reviewAddress('examples')} look="secondary">
        {words}
      </ButtonLink>
    );
  const mergeAll = maySteer && waiting.sure > 0 && (
    <Form method="post" preventScrollReset>
      <Button name="intent" value="release" look="secondary">
        {t.merge(count)}
      </Button>
    </Form>
  );
  return (
    <Card title={t.pile}>
      <div className="stack tight">
        {merging !== null && !merging.failed && (
          <ProgressBar label={t.merging} unit={t.pairs} running note={t.mergingNote} {...merging} />
        )}
        {release.state === 'never' && <p className="soft">{t.pileNever}</p>}
        {release.state === 'needs_examples' && (
          <>
            <p>{waiting.sure === 0 ? t.pileNone : t.pileText(count)}</p>
            <div className="row">
              {examples(
                t.seeExamples({
                  seen: formatNumber(release.seen, locale),
                  needed: formatNumber(examplesNeeded, locale),
                }),
              )}
            </div>
          </>
        )}
        {release.state === 'doubted' && (
          <>
            <Notice tone="wait">{t.doubted({ wrong: formatNumber(release.wrong, locale) })}</Notice>
            <div className="row">{examples(t.moreExamples)}</div>
          </>
        )}
        {release.state === 'may_release' && (
          <>
            <p>{waiting.sure === 0 ? t.pileNone : t.mayRelease}</p>
            <div className="row">{mergeAll}</div>
          </>
        )}
        {release.state === 'released' && (
          <>
            <p>
              {t.released({
                by: overview.releasedBy ?? '',
                day: overview.releasedAt
                  ? formatDate(plainDateInWib(Date.parse(overview.releasedAt)), locale)
                  : '',
              })}
            </p>
            {(merging === null || merging.failed) && <div className="row">{mergeAll}</div>}
          </>
        )}
      </div>
    </Card>
  );
}
