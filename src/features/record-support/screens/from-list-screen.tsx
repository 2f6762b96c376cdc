import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal, Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { supportMessages } from '../messages/support-messages.ts';
import type { ListForm } from '../rules/list-form.ts';
import { SupportFields, supportLabels } from './support-fields.tsx';

type Props = { form: ListForm; refusal?: Refusal | undefined };

/** First the count, which stands in the address; then the deed. */
export function FromListScreen({ form, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  const { lists, values, preview, isAsked } = form;
  const missing: FieldRefusal[] = form.fields.map((path) => ({ path, code: 'blank' }));
  const asked: Refusal | undefined =
    refusal ?? (isAsked && missing.length > 0 ? { code: 'invalid_input', fields: missing } : undefined);
  return (
    <div className="stack">
      <title>{`${t.listTitle} · Gawangan`}</title>
      <PageHeader title={t.listTitle} lead={t.listLead} back={{ to: '/pembinaan/riwayat', label: t.title }} />
      {lists.length === 0 ? (
        <Notice tone="wait">
          <p>{t.noLists}</p>
          <ButtonLink to="/daftar/baru">{t.bringIn}</ButtonLink>
        </Notice>
      ) : (
        <>
          <Form method="get" className="stack" preventScrollReset>
            <ErrorSummary refusal={asked} labels={supportLabels(locale)} />
            <Card>
              <div className="fields">
                <SelectField
                  name="sourceListId"
                  label={t.sourceListId}
                  defaultValue={values.sourceListId}
                  errors={asked?.fields}
                  options={lists.map(({ sourceListId, name, asOf }) => ({
                    value: sourceListId,
                    label: t.listLine({ name, day: formatDate(asOf, locale) }),
                  }))}
                />
                <SupportFields values={values} errors={asked?.fields} />
                <Button look={preview ? 'secondary' : 'primary'} className="start">
                  {t.look}
                </Button>
              </div>
            </Card>
          </Form>
          {preview && <Preview form={form} preview={preview} />}
        </>
      )}
    </div>
  );
}

function Preview({ form, preview }: { form: ListForm; preview: { listed: number; fresh: number } }) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <Card title={t.preview}>
      <div className="stack tight">
        <DefinitionList
          items={[
            { term: t.listed, value: count(preview.listed) },
            { term: t.fresh, value: count(preview.fresh) },
            { term: t.already, value: count(preview.listed - preview.fresh) },
          ]}
        />
        {preview.fresh === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <Form method="post" className="row">
            {Object.entries(form.values).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button aria-describedby="bisa-dibatalkan">{t.record({ count: count(preview.fresh) })}</Button>
            <span id="bisa-dibatalkan" className="soft small">
              {t.undoHint}
            </span>
          </Form>
        )}
      </div>
    </Card>
  );
}
