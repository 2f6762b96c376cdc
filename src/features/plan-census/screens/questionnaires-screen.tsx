import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { textIn } from '#questionnaire/form.ts';
import { furtherBlockLabel, furtherBlockNames } from '#questionnaire/forms/further-blocks.ts';
import { xlsFormProblemText } from '#questionnaire/messages/xlsform-problem.ts';
import type { XlsFormProblem } from '#questionnaire/xlsform/xlsform-problem.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { questionnaireMessages } from '../messages/questionnaire-messages.ts';
import type { QuestionnaireLine } from '../rules/questionnaire-view.ts';
import './census.css';

type Props = {
  lines: readonly QuestionnaireLine[];
  mayPlan: boolean;
  reply?: { refusal: Refusal; problems: readonly XlsFormProblem[] } | undefined;
};

/** Versions of questionnaires; a new one comes from a spreadsheet, or from switching blocks on. */
export function QuestionnairesScreen({ lines, mayPlan, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(questionnaireMessages, locale);
  const errors = reply?.refusal.fields ?? [];
  const isOfFile = (reply?.problems.length ?? 0) > 0;
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pendataan', label: t.back }} />
      {reply && !isOfFile && (
        <ErrorSummary refusal={reply.refusal} labels={{ file: t.file, blocks: t.blocks }} />
      )}
      {reply && isOfFile && <Problems problems={reply.problems} />}
      <div className="card flush">
        <DataTable
          caption={t.title}
          columns={[
            { key: 'name', header: t.name, cell: (line) => line.title },
            { key: 'version', header: t.version, align: 'end', cell: (line) => String(line.version) },
            {
              key: 'origin',
              header: t.origin,
              cell: (line) => (
                <>
                  {t[line.origin]}
                  {line.originalName && <span className="row-note">{line.originalName}</span>}
                </>
              ),
            },
            {
              key: 'by',
              header: t.by,
              cell: (line) =>
                line.createdBy && line.createdAt
                  ? `${line.createdBy}, ${formatDate(plainDateInWib(Date.parse(line.createdAt)), locale)}`
                  : '–',
            },
            {
              key: 'rounds',
              header: t.rounds,
              cell: (line) =>
                line.rounds === 0 ? t.unused : t.roundsCount({ count: formatNumber(line.rounds, locale) }),
            },
          ]}
          rows={lines}
          rowId={(line) => `${line.formId}.${line.version}`}
          rowHref={(line) => `/pendataan/kuesioner/${encodeURIComponent(line.formId)}/${line.version}`}
        />
      </div>
      {mayPlan && (
        <div className="two-cards">
          <Card title={t.bringIn}>
            <Form method="post" encType="multipart/form-data" className="fields">
              <p className="soft">{t.bringInText}</p>
              <FileField
                name="file"
                label={t.file}
                errors={errors}
                accept=".xlsx,.xls,.ods,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              />
              <div>
                <Button name="intent" value="import">
                  {t.send}
                </Button>
              </div>
            </Form>
          </Card>
          <Card title={t.blocks}>
            <Form method="post" encType="multipart/form-data" className="fields">
              <CheckboxesField
                name="blocks"
                label={<span className="hidden">{t.blocks}</span>}
                hint={t.blocksText}
                errors={errors}
                options={furtherBlockNames.map((name) => ({
                  value: name,
                  label: textIn(furtherBlockLabel(name), locale),
                }))}
              />
              <div>
                <Button name="intent" value="blocks" look="secondary">
                  {t.choose}
                </Button>
              </div>
            </Form>
          </Card>
        </div>
      )}
    </div>
  );
}

/** Whatever the file holds that is not understood, with where it stands. */
function Problems({ problems }: { problems: readonly XlsFormProblem[] }) {
  const locale = useLocale();
  const t = messagesFor(questionnaireMessages, locale);
  return (
    <div className="notice wrong" role="alert">
      <div>
        <strong>{t.problems({ count: formatNumber(problems.length, locale) })}</strong>
        <ul>
          {problems.map((problem) => {
            const { sheet, row, column, code, value } = problem;
            const place = t.at({
              sheet,
              row: row === null ? '' : t.row({ count: String(row) }),
              column: column === null ? '' : t.column({ name: column }),
            });
            return (
              <li key={`${sheet} ${row} ${column} ${code} ${value}`}>
                <strong>{place}</strong>: {xlsFormProblemText(problem, locale)}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
