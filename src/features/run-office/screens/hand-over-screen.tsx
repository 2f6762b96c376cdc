import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CheckboxField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextareaField } from '../../../ui/textarea-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { handOverMessages } from '../messages/hand-over-messages.ts';

type Person = { userId: string; name: string };
type Work = { kind: string; label: { id: string; en: string }; count: number };
export type PastHandOver = {
  handOverId: string;
  fromName: string;
  toName: string;
  handedOverAt: Date;
  moved: string;
};
type Props = {
  people: readonly Person[];
  /** Who can take over: people with a duty today. */
  successors: readonly Person[];
  from: Person | null;
  work: readonly Work[];
  /** Made once per page, so that a form sent twice hands over once. */
  handOverId: string;
  mayGiveRoles: boolean;
  past: readonly PastHandOver[];
  refusal?: Refusal | null;
  finished?: boolean;
};

const choices = (people: readonly Person[]) =>
  people.map(({ userId, name }) => ({ value: userId, label: name }));

export function HandOverScreen({
  people,
  successors,
  from,
  work,
  handOverId,
  mayGiveRoles,
  past,
  refusal,
  finished,
}: Props) {
  const locale = useLocale();
  const t = messagesFor(handOverMessages, locale);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/orang', label: t.toPeople }} />
      {finished && (
        <Notice tone="done" live>
          {t.done}
        </Notice>
      )}
      <ErrorSummary refusal={refusal} labels={{ fromUserId: t.from, toUserId: t.to, note: t.note }} />
      <Card>
        <Form className="stack">
          <SelectField
            name="dari"
            label={t.from}
            options={choices(people)}
            empty={t.choose}
            defaultValue={from?.userId}
            required
          />
          <div>
            <Button look={from ? 'secondary' : 'primary'}>{t.look}</Button>
          </div>
        </Form>
      </Card>
      {from && (
        <Card title={t.willMove({ name: from.name })}>
          <Form method="post" className="stack">
            <input type="hidden" name="handOverId" value={handOverId} />
            <input type="hidden" name="fromUserId" value={from.userId} />
            {work.length === 0 ? (
              <p className="soft">{t.nothingOpen}</p>
            ) : (
              <DataTable
                caption={t.willMove({ name: from.name })}
                rows={work}
                rowId={(row) => row.kind}
                columns={[
                  { key: 'kind', header: t.kind, cell: (row) => row.label[locale] },
                  { key: 'count', header: t.count, align: 'end', cell: (row) => row.count },
                ]}
              />
            )}
            <SelectField
              name="toUserId"
              label={t.to}
              options={choices(successors.filter((one) => one.userId !== from.userId))}
              empty={t.choose}
              required
              errors={refusal?.fields}
            />
            {mayGiveRoles && <CheckboxField name="withRoles" label={t.withRoles} hint={t.withRolesHint} />}
            <TextareaField name="note" label={t.note} hint={t.noteHint} optional errors={refusal?.fields} />
            <div>
              <Button>{t.handOver}</Button>
            </div>
          </Form>
        </Card>
      )}
      <Card flush title={t.past}>
        <DataTable
          caption={t.past}
          rows={past}
          rowId={(row) => row.handOverId}
          empty={<p className="soft empty">{t.nothing}</p>}
          columns={[
            { key: 'when', header: t.when, cell: (row) => formatInstant(row.handedOverAt.getTime(), locale) },
            { key: 'from', header: t.from, cell: (row) => row.fromName },
            { key: 'to', header: t.to, cell: (row) => row.toName },
            { key: 'moved', header: t.moved, cell: (row) => row.moved },
          ]}
        />
      </Card>
    </div>
  );
}
