import { Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { entryText, kindText, statusText } from '../messages/import-words.ts';
import { pageMessages } from '../messages/page-messages.ts';
import { isWorking } from '../rules/import-kinds.ts';
import type { ImportPage } from '../rules/import-view.ts';
import { AppliedPanel } from './applied-panel.tsx';
import { EndedPanel } from './ended-panel.tsx';
import type { ImportReply } from './form-values.ts';
import { ImportBadge } from './import-badge.tsx';
import { ImportSteps } from './import-steps.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { StagedPanel } from './staged-panel.tsx';
import { WorkingPanel } from './working-panel.tsx';
import './import.css';

type Props = { page: ImportPage; mayBringIn: boolean; reply?: ImportReply };

/** One list on its way into the register. What is shown follows its status, so the page can be left and found again. */
export function ImportScreen({ page, mayBringIn, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(pageMessages, locale);
  const origin = page.entry === 'file' ? page.originalName : entryText(page.entry, locale);
  // Mapping and mending answer in their own forms.
  const general = reply && reply.intent !== 'map' && reply.intent !== 'mend' ? reply.refusal : undefined;
  return (
    <div className="stack import-page">
      <title>{`${page.name} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/daftar', label: t.back }}
        title={page.name}
        badge={<ImportBadge status={page.status} />}
        lead={[
          kindText(page.kind, locale),
          t.asOf({ day: formatDate(page.asOf, locale) }),
          origin,
          page.legalBasis,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {/* The page changes by itself while the house works: said to those who do not see it. */}
      <p role="status" className="hidden">
        {statusText(page.status, locale)}
      </p>
      <ImportSteps status={page.status} />
      {page.mendsImportId !== null && (
        <Notice>
          {t.mends} <Link to={`/daftar/${page.mendsImportId}`}>{t.openMended}</Link>
        </Notice>
      )}
      <ErrorSummary refusal={general} />
      <Content page={page} mayBringIn={mayBringIn} reply={reply} />
    </div>
  );
}

function Content({ page, mayBringIn, reply }: Props) {
  const t = messagesFor(pageMessages, useLocale());
  const { status, counts, mapping } = page;
  if (isWorking(status)) return <WorkingPanel status={status} task={page.task} mayBringIn={mayBringIn} />;
  if (status === 'typing')
    return (
      <Notice>
        {t.typing} {mayBringIn && <Link to={`/daftar/${page.importId}/ketik`}>{t.typeOn}</Link>}
      </Notice>
    );
  if (status === 'mapping' && mapping !== null)
    return (
      <MappingPanel
        mapping={mapping}
        asOf={page.asOf}
        mayBringIn={mayBringIn}
        reply={reply?.intent === 'map' ? reply : undefined}
      />
    );
  if (status === 'staged' && counts !== null)
    return <StagedPanel page={page} counts={counts} mayBringIn={mayBringIn} />;
  if (status === 'applied' && counts !== null)
    return <AppliedPanel page={page} counts={counts} mayBringIn={mayBringIn} reply={reply} />;
  return <EndedPanel page={page} mayBringIn={mayBringIn} />;
}
