import type { Locale } from '#kernel/language.ts';
import { messagesFor } from '#kernel/language.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';
import { placeLine } from './place-line.ts';
import { OperationBadge, StandingBadge } from './register-badges.tsx';

/** A row of the list: identifiers only masked. */
export type EnterpriseRow = {
  enterpriseId: string;
  name: string;
  brand: string | null;
  ownerName: string | null;
  sector: string;
  standing: string;
  operation: string;
  villageName: string | null;
  districtName: string | null;
  rt: string | null;
  rw: string | null;
  phoneHint: string | null;
};

/** Enterprises as rows that open their profile. */
export function EnterpriseTable({ rows, caption }: { rows: readonly EnterpriseRow[]; caption: string }) {
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      columns={columnsIn(locale)}
      rows={rows}
      rowId={(row) => row.enterpriseId}
      rowHref={(row) => `/usaha/${row.enterpriseId}`}
    />
  );
}

function columnsIn(locale: Locale): Column<EnterpriseRow>[] {
  const t = messagesFor(listMessages, locale);
  return [
    {
      key: 'name',
      header: t.name,
      cell: (row) => (
        <>
          {row.name}
          {row.brand && row.brand !== row.name && <span className="row-note">{row.brand}</span>}
        </>
      ),
    },
    {
      key: 'owner',
      header: t.owner,
      cell: (row) => row.ownerName ?? <span className="soft">{t.ownerUnknown}</span>,
    },
    { key: 'sector', header: t.what, cell: (row) => sectorLabel(row.sector as Sector, locale) },
    {
      key: 'place',
      header: t.place,
      cell: (row) => (
        <span>
          {row.villageName ?? <span className="soft">{t.placeUnknown}</span>}
          {(row.rt || row.rw) && (
            <span className="row-note">{placeLine({ rt: row.rt, rw: row.rw, villageName: null })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'phone',
      header: t.phone,
      wideOnly: true,
      cell: (row) => <span className="soft nowrap">{row.phoneHint}</span>,
    },
    {
      key: 'status',
      header: t.status,
      cell: (row) => (
        <span className="badges">
          <StandingBadge standing={row.standing} locale={locale} />
          <OperationBadge operation={row.operation} locale={locale} />
        </span>
      ),
    },
  ];
}
