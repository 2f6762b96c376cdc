import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { OutlineFault } from '../rules/match-outlines.ts';
import './review.css';

export type OutlinesAnswer =
  | { refusal: Refusal }
  | { fault: OutlineFault }
  | { matched: number; unknown: string[]; missing: string[] };

type Props = {
  loaded: { count: number; source: string; at: number } | null;
  answer: OutlinesAnswer | undefined;
};

/** Where the office brings in the outlines of its villages. */
export function OutlinesScreen({ loaded, answer }: Props) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const refusal = answer && 'refusal' in answer ? answer.refusal : null;
  return (
    <div className="stack">
      <title>{`${t.mapUploadTitle} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/pendataan', label: messagesFor(reviewMessages, locale).back }}
        title={t.mapUploadTitle}
        lead={t.mapUploadLead}
      />
      <ErrorSummary refusal={refusal} labels={{ file: t.file, source: t.mapSource }} />
      {answer && 'fault' in answer && (
        <Notice tone="wrong" live>
          {t[answer.fault]}
        </Notice>
      )}
      {answer && 'matched' in answer && (
        <Notice tone="done" live>
          <p>{t.loaded({ count: n(answer.matched) })}</p>
          {answer.unknown.length > 0 && (
            <p>
              {t.unknownAreas} {answer.unknown.slice(0, 50).join('; ')}
            </p>
          )}
          {answer.missing.length > 0 && (
            <p>
              {t.missingAreas} {answer.missing.slice(0, 50).join(', ')}
            </p>
          )}
        </Notice>
      )}
      <Card>
        {loaded && (
          <p className="soft help-note">
            {t.loadedNow({
              count: n(loaded.count),
              source: loaded.source,
              at: formatInstant(loaded.at, locale),
            })}
          </p>
        )}
        <Form method="post" encType="multipart/form-data" className="stack tight">
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".geojson,.json,application/geo+json"
            errors={refusal?.fields}
          />
          <TextField name="source" label={t.mapSource} hint={t.mapSourceHint} errors={refusal?.fields} />
          <div className="row">
            <Button>{t.load}</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
