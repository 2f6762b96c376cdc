import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';

export type RegisterCountProps = {
  enterprises: number;
  owners: number;
  similar: number;
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  source: string;
};

/** `212 usaha · 198 orang · + 35 mirip · per 14 Mar 2026, 09.12 WIB · Data UMKM Dinas …`. */
export function RegisterCount({ enterprises, owners, similar, asOf, source }: RegisterCountProps) {
  const locale = useLocale();
  const t = messagesFor(listMessages, locale);
  return (
    <p className="count-line" role="status">
      <span>
        <strong>{formatNumber(enterprises, locale)}</strong> {t.enterprises}
      </span>
      <span>
        <strong>{formatNumber(owners, locale)}</strong> {t.people}
      </span>
      {similar > 0 && <span>{t.similar({ count: formatNumber(similar, locale) })}</span>}
      <span>
        {t.asOf} {formatInstant(asOf, locale)}
      </span>
      <span>{source}</span>
    </p>
  );
}
