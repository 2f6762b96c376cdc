import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconDownload } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { previewMessages } from '../messages/preview-messages.ts';

/** The rows that need mending, as the same sheet with a column of reasons. */
export function DownloadToMend({ importId, count }: { importId: string; count: number }) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  return (
    <ButtonLink to={`/daftar/${importId}/perbaiki.xlsx`} reloadDocument look="secondary" icon={IconDownload}>
      {t.downloadToMend({ count: formatNumber(count, locale) })}
    </ButtonLink>
  );
}

/** Rows that belong to other offices, to be passed on. */
export function DownloadOtherArea({ importId, count }: { importId: string; count: number }) {
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  return (
    <ButtonLink
      to={`/daftar/${importId}/daerah-lain.xlsx`}
      reloadDocument
      look="secondary"
      icon={IconDownload}
    >
      {t.downloadOther({ count: formatNumber(count, locale) })}
    </ButtonLink>
  );
}
