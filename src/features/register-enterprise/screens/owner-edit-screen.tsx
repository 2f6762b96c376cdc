import { Form, useNavigation } from 'react-router';
import { type Answer, answerLabel } from '#kernel/answer.ts';
import { messagesFor } from '#kernel/language.ts';
import { AnswerField } from '#ui/answer-field.tsx';
import { answerName } from '#ui/answer-form.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField, CheckboxField } from '#ui/choice-fields.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels, labelsByPath } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import type { EditReply } from './enterprise-edit-screen.tsx';
import type { FormValues } from './form-values.ts';
import { PhoneFields, SexAndDisability } from './owner-fields.tsx';
import type { OwnerView } from './profile-view.ts';
import { StaleNotice } from './stale-notice.tsx';
import './register.css';
import './form.css';

type Props = {
  enterpriseId: string;
  owner: OwnerView;
  values: FormValues;
  revision: number;
  reply?: EditReply & { erase: string[]; removePhoneIds: string[] };
};

/** Edits an owner. What is covered stays covered: it is replaced or erased here, never read. */
export function OwnerEditScreen({ enterpriseId, owner, values, revision, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const shown = reply?.typed ?? values;
  const errors = reply?.refusal.fields;
  const page = `/usaha/${enterpriseId}`;
  const keptHint = (has: boolean) => (has ? t.keptHint : t.notYetHint);
  const nikNow = owner.nikMasked ?? answerLabel(owner.nikAnswer as Answer, locale);
  const erasable = [
    ...(owner.ageBand === null ? [] : [{ value: 'birthDate', label: t.eraseBirthDate }]),
    ...(owner.hasHomeAddress ? [{ value: 'homeAddress', label: t.eraseHomeAddress }] : []),
    ...(owner.emailMasked ? [{ value: 'email', label: t.eraseEmail }] : []),
    ...(owner.hasDisabilityAnswer ? [{ value: 'disability', label: t.eraseDisability }] : []),
  ];
  return (
    <div className="stack">
      <title>{`${t.editOwnerTitle}: ${owner.fullName} · Gawangan`}</title>
      <PageHeader title={t.editOwnerTitle} lead={owner.fullName} back={{ to: page, label: owner.fullName }} />
      <Form method="post" className="stack" noValidate preventScrollReset>
        {reply?.stale ? (
          <StaleNotice stale={reply.stale} typed={reply.typed} />
        ) : (
          <ErrorSummary refusal={reply?.refusal} labels={labelsByPath(locale)} />
        )}
        <input type="hidden" name="revision" value={reply?.stale?.revision ?? shown.revision ?? revision} />
        <input type="hidden" name="ownerId" value={owner.ownerId} />
        <Card>
          <div className="fields">
            <TextField
              name="owner.fullName"
              label={l.fullName}
              errors={errors}
              defaultValue={shown['owner.fullName']}
              maxLength={200}
              autoComplete="off"
            />
            <SexAndDisability values={shown} errors={errors} />
            <CheckboxField
              name="owner.deceased"
              label={l.deceased}
              value="true"
              defaultChecked={shown['owner.deceased'] === 'true'}
            />
          </div>
        </Card>
        <Card>
          <div className="fields">
            <AnswerField
              name="owner.nik.value"
              label={l.nik}
              hint={`${t.newNikNow({ now: nikNow })}. ${t.keptHint}`}
              errors={errors}
              inputMode="numeric"
              autoComplete="off"
              maxLength={30}
              defaultAnswer={
                (shown[answerName('owner.nik.value')] as Answer | undefined) ?? (owner.nikAnswer as Answer)
              }
              defaultValue={shown['owner.nik.value']}
            />
            <TextField
              name="owner.noKk"
              label={l.noKk}
              hint={keptHint(owner.hasNoKk)}
              optional
              inputMode="numeric"
              autoComplete="off"
              errors={errors}
              defaultValue={shown['owner.noKk']}
              maxLength={30}
            />
            <DateField
              name="owner.birthDate"
              label={l.birthDate}
              hint={keptHint(owner.ageBand !== null)}
              optional
              errors={errors}
              defaultValue={shown['owner.birthDate']}
            />
            <TextField
              name="owner.email"
              label={l.email}
              hint={owner.emailMasked ? t.emailNow({ now: owner.emailMasked }) : t.notYetHint}
              optional
              type="email"
              autoComplete="off"
              errors={errors}
              defaultValue={shown['owner.email']}
              maxLength={254}
            />
            <TextField
              name="owner.homeAddress"
              label={l.homeAddress}
              hint={keptHint(owner.hasHomeAddress)}
              optional
              autoComplete="off"
              errors={errors}
              defaultValue={shown['owner.homeAddress']}
              maxLength={500}
            />
            {erasable.map(({ value, label }) => (
              <label key={value} className="choice">
                <input
                  className="box"
                  type="checkbox"
                  name="owner.erase[]"
                  value={value}
                  defaultChecked={reply?.erase.includes(value)}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </Card>
        <Card>
          <div className="fields">
            {owner.phones.length > 0 && (
              <CheckboxesField
                name="owner.removePhoneIds[]"
                label={t.phonesNow}
                options={owner.phones.map(({ phoneId, hint }) => ({
                  value: phoneId,
                  label: t.removePhone({ phone: hint }),
                }))}
                defaultValue={reply?.removePhoneIds}
              />
            )}
            <PhoneFields values={shown} errors={errors} prefix="owner.addPhone" label={t.addPhone} />
          </div>
        </Card>
        <div className="row">
          <Button disabled={useNavigation().state !== 'idle'}>{t.editSave}</Button>
          <ButtonLink to={page} look="secondary">
            {t.cancel}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}
