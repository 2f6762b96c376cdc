import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';

/** A round that has not drawn its rows: there is nothing to be far or near. */
export function NoRows({ roundId }: { roundId: string }) {
  const t = messagesFor(reviewMessages, useLocale());
  return (
    <Card>
      <EmptyState
        title={t.noRowsTitle}
        action={<ButtonLink to={`/pendataan/${roundId}`}>{t.noRowsTo}</ButtonLink>}
      >
        {t.noRows}
      </EmptyState>
    </Card>
  );
}
