import { Form, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { labelsByPath } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import { EnterpriseFields } from './enterprise-fields.tsx';
import type { FormValues } from './form-values.ts';
import { PremisesFields, type VillageChoice } from './premises-fields.tsx';
import { type Stale, StaleNotice } from './stale-notice.tsx';
import './register.css';
import './form.css';

export type EditReply = { typed: FormValues; refusal: Refusal; stale?: Stale };

type Props = {
  enterpriseId: string;
  name: string;
  values: FormValues;
  revision: number;
  villages: readonly VillageChoice[];
  reply?: EditReply;
};

/** Edits an enterprise and its place; a form that someone overtook shows both versions and saves nothing unasked. */
export function EnterpriseEditScreen({ enterpriseId, name, values, revision, villages, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const shown = reply?.typed ?? values;
  const errors = reply?.refusal.fields;
  const page = `/usaha/${enterpriseId}`;
  return (
    <div className="stack">
      <title>{`${t.editTitle}: ${name} · Gawangan`}</title>
      <PageHeader title={t.editTitle} lead={name} back={{ to: page, label: name }} />
      <Form method="post" className="stack" noValidate preventScrollReset>
        {reply?.stale ? (
          <StaleNotice
            stale={reply.stale}
            typed={reply.typed}
            villageNames={Object.fromEntries(villages.map((one) => [one.code, one.name]))}
          />
        ) : (
          <ErrorSummary refusal={reply?.refusal} labels={labelsByPath(locale)} />
        )}
        <input type="hidden" name="revision" value={reply?.stale?.revision ?? shown.revision ?? revision} />
        <Card>
          <div className="fields">
            <EnterpriseFields values={shown} errors={errors} allOpen />
          </div>
        </Card>
        <Card>
          <div className="fields">
            <PremisesFields values={shown} errors={errors} villages={villages} />
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
