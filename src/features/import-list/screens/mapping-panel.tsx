import { Form, Link, useNavigation } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { expectedKbliVersion, kbliVersions } from '#kernel/statutory/kbli.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { FieldProps } from '#ui/field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { columnSummary } from '../messages/column-messages.ts';
import { mappingMessages } from '../messages/mapping-messages.ts';
import { pageMessages } from '../messages/page-messages.ts';
import type { MappingView } from '../rules/import-view.ts';
import { ColumnRow } from './column-row.tsx';
import { DamageNotices } from './damage-notices.tsx';
import type { FormValues, ImportReply } from './form-values.ts';
import { MappingFaults } from './mapping-faults.tsx';
import { ReadingCard } from './reading-card.tsx';

type Props = { mapping: MappingView; asOf: PlainDate; mayBringIn: boolean; reply?: ImportReply };

/** What each column holds: those in doubt first and open, the others folded away. */
export function MappingPanel({ mapping, asOf, mayBringIn, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  const page = messagesFor(pageMessages, locale);
  const isBusy = useNavigation().state !== 'idle';
  const values = reply?.typed ?? {};
  const errors = reply?.refusal.fields;
  const doubtful = mapping.columns.filter(({ certain }) => !certain);
  const sure = mapping.columns.filter(({ certain }) => certain);
  const hasFaultInSure = sure.some(({ column }) => errors?.some(({ path }) => path.endsWith(`-${column}`)));
  return (
    <>
      <ReadingCard
        sheets={mapping.lists[mapping.list]?.sheets.length ?? 1}
        rows={mapping.dataRows}
        skipped={mapping.skipped}
        skippedSheets={mapping.skippedSheets}
        notes={mapping.notes}
      />
      {mapping.lists.length > 1 && <ListChoice mapping={mapping} />}
      <DamageNotices damage={mapping.damage} />
      <Form method="post" className="stack mapping-form" noValidate preventScrollReset key={mapping.list}>
        <MappingFaults reply={reply} columns={mapping.columns} />
        <input type="hidden" name="list" value={mapping.list} />
        <section className="card" aria-labelledby="kolom">
          <div className="card-head">
            <h2 id="kolom">{columnSummary(mapping.doubtful, locale)}</h2>
          </div>
          {doubtful.length > 0 && <p className="soft small card-lead">{t.lead}</p>}
          <div className="column-rows">
            {doubtful.map((column) => (
              <ColumnRow key={column.column} column={column} values={values} errors={errors} />
            ))}
          </div>
          {sure.length > 0 && (
            <details className="more sure-columns" open={hasFaultInSure || reply?.faults !== undefined}>
              <summary>{t.sure({ count: formatNumber(sure.length, locale) })}</summary>
              <p className="soft small card-lead">{t.sureLead}</p>
              <div className="column-rows">
                {sure.map((column) => (
                  <ColumnRow key={column.column} column={column} values={values} errors={errors} />
                ))}
              </div>
            </details>
          )}
        </section>
        <WholeList mapping={mapping} asOf={asOf} values={values} errors={errors} />
        {mayBringIn && (
          <div className="row actions">
            <Button name="intent" value="map" disabled={isBusy}>
              {t.check}
            </Button>
            <Button name="intent" value="cancel" look="quiet" disabled={isBusy}>
              {page.cancel}
            </Button>
            <span className="soft small">{t.checkNext}</span>
          </div>
        )}
      </Form>
    </>
  );
}

/** Sheets whose columns differ are lists of their own; each comes in by itself. */
function ListChoice({ mapping }: { mapping: MappingView }) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  return (
    <Card title={t.severalLists}>
      <p className="soft small card-lead">{t.severalListsText}</p>
      <nav className="filters" aria-label={t.severalLists}>
        {mapping.lists.map((list, at) => (
          <Link
            key={list.sheets.join('|')}
            to={`?lembar=${at}`}
            className={at === mapping.list ? 'chip chosen' : 'chip'}
            aria-current={at === mapping.list ? 'true' : undefined}
            preventScrollReset
          >
            {t.listChoice({ sheets: list.sheets.join(', '), rows: formatNumber(list.dataRows, locale) })}
          </Link>
        ))}
      </nav>
    </Card>
  );
}

type WholeListProps = Pick<Props, 'mapping' | 'asOf'> & { values: FormValues; errors?: FieldProps['errors'] };

/** What holds for all rows. Edition and year are asked only where a column of codes or amounts is chosen (stylesheet). */
function WholeList({ mapping, asOf, values, errors }: WholeListProps) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  return (
    <section className={mapping.earlier.length > 0 ? 'card whole-list has-earlier' : 'card whole-list'}>
      <div className="card-head">
        <h2>{t.aboutAll}</h2>
      </div>
      <div className="fields">
        <div className="kbli-edition">
          <SelectField
            name="kbliVersion"
            label={t.kbliVersion}
            hint={t.kbliHint}
            options={kbliVersions.map((year) => ({ value: year, label: t.kbliEdition({ year }) }))}
            defaultValue={values.kbliVersion ?? mapping.kbliVersion ?? expectedKbliVersion(asOf)}
            errors={errors}
          />
        </div>
        <div className="figure-year">
          <TextField
            name="figureYear"
            label={t.figureYear}
            hint={t.figureYearHint}
            short
            inputMode="numeric"
            maxLength={4}
            defaultValue={values.figureYear ?? String(mapping.figureYear)}
            errors={errors}
          />
        </div>
        {mapping.earlier.length > 0 && (
          <SelectField
            name="previousImportId"
            label={t.previous}
            hint={t.previousHint}
            empty={t.previousNone}
            options={mapping.earlier.map(({ importId, name, asOf: day }) => ({
              value: importId,
              label: t.previousOne({ name, day: formatDate(day, locale) }),
            }))}
            defaultValue={values.previousImportId ?? mapping.previousImportId ?? ''}
            errors={errors}
          />
        )}
      </div>
    </section>
  );
}
