import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field-id.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { AssessView } from '../rules/eligibility-view.ts';
import { levels } from '../rules/rubric.ts';
import './eligibility.css';

type Props = {
  view: AssessView;
  typed?: Readonly<Record<string, string>> | undefined;
  refusal?: Refusal | undefined;
};

/** Judging an enterprise by anchored levels; for a phone held in one hand as well. */
export function AssessScreen({ view, typed = {}, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const { enterpriseId, name, rubric, today } = view;
  const errors = refusal?.fields;
  const labels = Object.fromEntries(rubric.aspects.map(({ key, label }) => [`levels.${key}`, label[locale]]));
  return (
    <div className="stack">
      <title>{`${t.assessTitle}: ${name} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/usaha/${enterpriseId}/syarat`, label: name }}
        title={`${t.assessTitle}: ${rubric.name[locale]}`}
        lead={t.assessLead}
      />
      <Form method="post" className="stack" noValidate>
        <ErrorSummary refusal={refusal} labels={{ ...labels, assessedOn: t.assessedOn }} />
        <input type="hidden" name="rubricId" value={rubric.rubricId} />
        {rubric.aspects.map(({ key, label, ask, anchors }) => {
          const field = `levels.${key}`;
          const isMissing = errors?.some(({ path }) => path === field);
          return (
            <Card key={key} title={label[locale]}>
              <fieldset className="field" aria-describedby={`${fieldId(field)}-ask`}>
                <legend className="hidden">{label[locale]}</legend>
                <p className="soft" id={`${fieldId(field)}-ask`}>
                  {ask[locale]}
                </p>
                {isMissing && <p className="error">{t.needed}</p>}
                <div className="level-choices">
                  {levels.map((level) => (
                    <label key={level}>
                      <input
                        id={level === 1 ? fieldId(field) : undefined}
                        type="radio"
                        name={field}
                        value={level}
                        defaultChecked={typed[field] === String(level)}
                      />
                      <span>
                        <strong>{t.level({ level })}</strong>
                        <br />
                        {anchors[level - 1]![locale]}
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
              <TextField
                name={`notes.${key}`}
                label={t.seen}
                hint={t.seenHint}
                errors={errors}
                defaultValue={typed[`notes.${key}`]}
                optional
                maxLength={1_000}
              />
            </Card>
          );
        })}
        <Card>
          <DateField
            name="assessedOn"
            label={t.assessedOn}
            errors={errors}
            defaultValue={typed.assessedOn ?? today}
          />
        </Card>
        <div className="row">
          <Button>{t.save}</Button>
        </div>
      </Form>
    </div>
  );
}
