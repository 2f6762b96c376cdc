import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CheckboxField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import { PeopleRefusal } from './people-refusal.tsx';
import { type Choice, RoleFields, type Typed, useRoleLabels } from './role-fields.tsx';

export type RoleRow = {
  membershipId: string;
  role: string;
  scope: string;
  validFrom: string;
  validTo: string | null;
  ended: boolean;
};
type Props = {
  person: { name: string; email: string | null; closed: boolean };
  roles: readonly RoleRow[];
  today: string;
  mayManage: boolean;
  choices: { roles: readonly Choice[]; scopes: readonly Choice[] };
  typed?: Typed;
  refusal?: Refusal | null;
  saved?: boolean;
};

/** One person: duties with their dates; for a data officer also giving, ending, resetting and closing. */
export function PersonScreen({ person, roles, today, mayManage, choices, typed, refusal, saved }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${person.name} · Gawangan`}</title>
      <PageHeader
        title={person.name}
        lead={person.email ?? undefined}
        badge={
          <StatusBadge tone={person.closed ? 'quiet' : 'done'}>
            {person.closed ? t.closed : t.active}
          </StatusBadge>
        }
        back={{ to: '/orang', label: t.toPeople }}
      />
      {saved && (
        <Notice tone="done" live>
          {t.done}
        </Notice>
      )}
      <PeopleRefusal refusal={refusal} labels={useRoleLabels()} />
      <RolesCard roles={roles} today={today} mayManage={mayManage} />
      {mayManage && !person.closed && (
        <>
          <Card title={t.addRole}>
            <Form method="post" className="stack">
              <RoleFields {...choices} typed={typed} errors={refusal?.fields} />
              <div>
                <Button look="secondary" name="intent" value="give">
                  {t.addRole}
                </Button>
              </div>
            </Form>
          </Card>
          <Card title={t.reset}>
            <Form method="post" className="stack">
              <p className="soft">{t.resetLead}</p>
              <CheckboxField name="secondFactor" label={t.alsoSecondFactor} />
              <div>
                <Button look="secondary" name="intent" value="reset">
                  {t.reset}
                </Button>
              </div>
            </Form>
          </Card>
          <Card title={t.close}>
            <div className="stack">
              <p className="soft">{t.closeLead}</p>
              <details>
                <summary>{t.close}</summary>
                <Form method="post">
                  <Button look="danger" name="intent" value="close">
                    {t.closeNow}
                  </Button>
                </Form>
              </details>
            </div>
          </Card>
        </>
      )}
    </div>
  );
}

function RolesCard({ roles, today, mayManage }: Pick<Props, 'roles' | 'today' | 'mayManage'>) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  const days = (row: RoleRow) =>
    `${t.since({ day: formatDate(row.validFrom, locale) })}, ${row.validTo ? t.until({ day: formatDate(row.validTo, locale) }) : t.open}`;
  return (
    <Card flush title={t.rolesTitle}>
      <DataTable
        caption={t.rolesTitle}
        rows={roles}
        rowId={(row) => row.membershipId}
        columns={[
          { key: 'role', header: t.role, cell: (row) => row.role },
          { key: 'scope', header: t.scope, cell: (row) => row.scope },
          {
            key: 'days',
            header: t.to,
            cell: (row) => (
              <span className="row">
                {days(row)}
                {row.ended && <StatusBadge tone="quiet">{t.ended}</StatusBadge>}
                {row.validFrom > today && <StatusBadge tone="wait">{t.coming}</StatusBadge>}
              </span>
            ),
          },
          ...(mayManage
            ? [
                {
                  key: 'end',
                  header: t.endRole,
                  cell: (row: RoleRow) => (row.ended ? null : <EndRole row={row} today={today} />),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function EndRole({ row, today }: { row: RoleRow; today: string }) {
  const t = messagesFor(peopleMessages, useLocale());
  const id = `akhir-${row.membershipId}`;
  return (
    <Form method="post" className="row">
      <input type="hidden" name="membershipId" value={row.membershipId} />
      <label className="hidden" htmlFor={id}>
        {t.to}
      </label>
      <input
        id={id}
        className="input short"
        type="date"
        name="lastDay"
        min={today}
        defaultValue={row.validTo ?? today}
        required
      />
      <Button look="quiet" name="intent" value="end" aria-label={t.endRoleWhich({ role: row.role })}>
        {t.endRole}
      </Button>
    </Form>
  );
}
