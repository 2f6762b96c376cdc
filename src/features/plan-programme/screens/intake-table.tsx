import type { ReactNode } from 'react';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import type { IntakeLine } from '../rules/programme-view.ts';
import { IntakeBadge } from './intake-badge.tsx';

type Props = {
  caption: string;
  intakes: readonly IntakeLine[];
  /** On the programme's own page its name would be said in every row. */
  withProgramme?: boolean;
  empty?: ReactNode;
};

/** Intakes with state, days, place and seats; each leads to its page. */
export function IntakeTable({ caption, intakes, withProgramme = false, empty }: Props) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const day = (date: string) => formatDate(date, locale);
  const columns: Column<IntakeLine>[] = [
    {
      key: 'name',
      header: t.intake,
      cell: ({ name, programme }) => (withProgramme ? `${programme} · ${name}` : name),
    },
    { key: 'status', header: t.status, cell: ({ status }) => <IntakeBadge status={status} /> },
    {
      key: 'when',
      header: t.when,
      cell: ({ startsOn, endsOn }) =>
        startsOn === endsOn ? day(startsOn) : t.toDay({ from: day(startsOn), to: day(endsOn) }),
    },
    { key: 'place', header: t.place, cell: ({ place }) => place ?? t.noPlace },
    { key: 'partner', header: t.partner, cell: ({ partner }) => partner ?? t.own, wideOnly: true },
    { key: 'seats', header: t.seats, align: 'end', cell: ({ seats }) => formatNumber(seats, locale) },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={intakes}
      rowId={({ intakeId }) => intakeId}
      rowHref={({ intakeId }) => `/pembinaan/angkatan/${intakeId}`}
      empty={empty}
    />
  );
}
