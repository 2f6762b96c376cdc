import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUsers } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { groupMessages } from '../messages/group-messages.ts';
import { valuesOf, wordFor } from '../rules/register-words.ts';
import type { FormValues } from './form-values.ts';
import './register.css';
import './form.css';

type Group = { groupId: string; kind: string; name: string; mentor: string | null; members: number };
type Props = {
  groups: readonly Group[];
  mayManage: boolean;
  made: string | null;
  reply?: { typed: FormValues; refusal: Refusal };
};

/** All groups with how many enterprises are in each; a row leads to its members in the register. */
export function GroupsScreen({ groups, mayManage, made, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(groupMessages, locale);
  const newest = groups.find((group) => group.groupId === made);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/usaha', label: t.back }} />
      {newest && (
        <Notice tone="done" live>
          {t.saved({ name: newest.name })}
        </Notice>
      )}
      <Card flush>
        <DataTable
          caption={t.title}
          columns={[
            { key: 'name', header: t.name, cell: (group) => group.name },
            { key: 'kind', header: t.kind, cell: (group) => wordFor('groupKind', group.kind, locale) },
            {
              key: 'mentor',
              header: t.mentor,
              cell: (group) => group.mentor ?? <span className="soft">–</span>,
            },
            {
              key: 'members',
              header: t.members,
              align: 'end',
              cell: (group) => formatNumber(group.members, locale),
            },
          ]}
          rows={groups}
          rowId={(group) => group.groupId}
          rowHref={(group) => `/usaha?kelompok=${group.groupId}`}
          empty={
            <EmptyState icon={IconUsers} title={t.emptyTitle}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </Card>
      {mayManage && <NewGroup reply={reply} />}
    </div>
  );
}

function NewGroup({ reply }: Pick<Props, 'reply'>) {
  const locale = useLocale();
  const t = messagesFor(groupMessages, locale);
  const values = reply?.typed ?? {};
  const errors = reply?.refusal.fields;
  const isDuplicate = reply?.refusal.code === 'duplicate';
  return (
    <Card title={t.add}>
      <Form method="post" className="fields" noValidate preventScrollReset>
        {isDuplicate ? (
          <Notice tone="wrong" live>
            {t.duplicate}
          </Notice>
        ) : (
          <ErrorSummary refusal={reply?.refusal} labels={{ name: t.name, kind: t.kind, mentor: t.mentor }} />
        )}
        <ChipRadios
          name="kind"
          label={t.kind}
          options={valuesOf('groupKind').map((value) => ({
            value,
            label: wordFor('groupKind', value, locale),
          }))}
          defaultValue={values.kind ?? 'mentored'}
          errors={errors}
        />
        <TextField name="name" label={t.name} defaultValue={values.name} errors={errors} maxLength={200} />
        <TextField
          name="mentor"
          label={t.mentor}
          hint={t.mentorHint}
          optional
          defaultValue={values.mentor}
          errors={errors}
          maxLength={200}
        />
        <Button className="start">{t.save}</Button>
      </Form>
    </Card>
  );
}
