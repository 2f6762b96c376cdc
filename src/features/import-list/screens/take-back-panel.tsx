import { Form, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { IconArrowBackUp } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { pageMessages } from '../messages/page-messages.ts';
import type { ImportCounts } from '../rules/import-counts.ts';

/** Taking a saved list back: folded away, and says what goes and what stays before the button that does it. */
export function TakeBackPanel({ counts }: { counts: ImportCounts }) {
  const locale = useLocale();
  const t = messagesFor(pageMessages, locale);
  const isBusy = useNavigation().state !== 'idle';
  const { new: added = 0, changed = 0 } = counts.actions ?? {};
  return (
    <details className="take-back">
      <summary>
        <Icon of={IconArrowBackUp} size={18} />
        {t.takeBack}
      </summary>
      <div className="card stack tight">
        <p>{t.takeBackLead}</p>
        <ul className="skipped">
          <li>{t.takeBackOut({ count: formatNumber(added, locale) })}</li>
          {changed > 0 && <li>{t.takeBackUndo({ count: formatNumber(changed, locale) })}</li>}
          <li>{t.takeBackStays}</li>
        </ul>
        <Form method="post" className="row">
          <Button name="intent" value="take_back" look="danger" disabled={isBusy}>
            {t.takeBackNow}
          </Button>
        </Form>
      </div>
    </details>
  );
}
