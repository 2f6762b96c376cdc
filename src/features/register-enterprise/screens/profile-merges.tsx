import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { mergeMessages } from '../messages/merge-messages.ts';
import type { MergeView } from './profile-view.ts';

/** What was merged into this record, each of which can be taken apart again. */
export function ProfileMerges({ merges, mayMerge }: { merges: readonly MergeView[]; mayMerge: boolean }) {
  const locale = useLocale();
  const t = messagesFor(mergeMessages, locale);
  if (merges.length === 0) return <p className="soft">{t.parted}</p>;
  return (
    <>
      <p className="soft">{t.lead}</p>
      <ul className="lined-list">
        {merges.map(({ mergeId, name, kind, mergedAt, mergedBy }) => (
          <li key={mergeId}>
            <div>
              {name}
              <span className="row-note">
                {t[kind as 'same' | 'family_continues' | 'same_owner']} ·{' '}
                {t.on({ day: formatDate(plainDateInWib(mergedAt.getTime()), locale), by: mergedBy })}
              </span>
            </div>
            {mayMerge && (
              <details className="small-form inline">
                <summary aria-label={t.undoName({ name })}>{t.undo}</summary>
                <Form method="post" preventScrollReset className="field">
                  <input type="hidden" name="intent" value="undo-merge" />
                  <input type="hidden" name="mergeId" value={mergeId} />
                  <p className="small">{t.undoMeans}</p>
                  <Button look="secondary" className="start">
                    {t.undoYes}
                  </Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
