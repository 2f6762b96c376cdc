import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { assignmentMessages } from '../messages/assignment-messages.ts';
import type { AssignmentPreview } from '../rules/assignment-view.ts';
import type { Asked } from './assignment-form.tsx';

/** Who would get what; nothing has changed until it is applied. */
export function AssignmentPreviewCard({ preview, asked }: { preview: AssignmentPreview; asked: Asked }) {
  const locale = useLocale();
  const t = messagesFor(assignmentMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  if (preview.rows === 0) return <Notice>{t.nothingOpen}</Notice>;
  const people = preview.shares.filter(({ gets }) => gets > 0).length;
  return (
    <section className="card flush" id="pembagian">
      <div className="card-head">
        <div>
          <h2>{t.preview({ rows: count(preview.rows), people: count(people) })}</h2>
          <p className="soft small">{t.previewText}</p>
        </div>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="tempat" value={asked.place} />
          <input type="hidden" name="daftar" value={asked.list} />
          <input type="hidden" name="paling" value={asked.limit} />
          {preview.shares.map(({ userId }) => (
            <input key={userId} type="hidden" name="orang" value={userId} />
          ))}
          <Button name="intent" value="assign">
            {t.apply({ count: count(preview.rows) })}
          </Button>
        </Form>
      </div>
      <DataTable
        caption={t.preview({ rows: count(preview.rows), people: count(people) })}
        columns={[
          { key: 'name', header: t.name, cell: (one) => one.name },
          { key: 'before', header: t.before, align: 'end', cell: (one) => count(one.before) },
          { key: 'gets', header: t.gets, align: 'end', cell: (one) => `+${count(one.gets)}` },
          { key: 'after', header: t.after, align: 'end', cell: (one) => count(one.before + one.gets) },
          { key: 'sample', header: t.inSample, align: 'end', cell: (one) => count(one.inSample) },
          {
            key: 'where',
            header: t.where,
            cell: (one) =>
              one.parts
                .map(({ village, rows }) => t.part({ village: village ?? t.noVillage, count: count(rows) }))
                .join(', '),
          },
        ]}
        rows={preview.shares}
        rowId={(one) => one.userId}
      />
    </section>
  );
}
