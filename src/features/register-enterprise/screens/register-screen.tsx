import { useEffect, useRef } from 'react';
import { Form, useFetcher, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { labelsByPath } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import { EnterpriseFields } from './enterprise-fields.tsx';
import type { FormValues } from './form-values.ts';
import { OwnerKeyFields, OwnerMoreFields } from './owner-fields.tsx';
import { OwnerMatches, type OwnerMatchView } from './owner-matches.tsx';
import { PremisesFields, type VillageChoice } from './premises-fields.tsx';
import { MOST_PRODUCT_ROWS, ProductRows } from './product-fields.tsx';
import './register.css';
import './form.css';

type ChosenOwner = {
  ownerId: string;
  fullName: string;
  enterprises: readonly { enterpriseId: string; name: string }[];
};

/** What came back from the last press of a button; everything typed comes with it. */
export type RegisterReply = {
  typed: FormValues;
  matches?: OwnerMatchView[];
  owner?: ChosenOwner | null;
  refusal?: Refusal;
  /** Whose NIK it already is; null when that owner is out of the person's reach. */
  taken?: { ownerId: string; owner: ChosenOwner | null };
};

type Props = { villages: readonly VillageChoice[]; start: FormValues; reply?: RegisterReply };

/** Registers an enterprise: who may be on record is shown before anyone is added twice. */
export function RegisterScreen({ villages, start, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const values = reply?.typed ?? start;
  const errors = reply?.refusal?.fields;
  const busy = useNavigation().state !== 'idle';
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/usaha', label: t.back }} />
      <Form method="post" className="stack" noValidate preventScrollReset>
        {/* The first button is what Enter presses. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="hidden"
          tabIndex={-1}
          aria-hidden="true"
        />
        {reply?.taken ? (
          <TakenNik taken={reply.taken} />
        ) : (
          <ErrorSummary refusal={reply?.refusal} labels={labelsByPath(locale, MOST_PRODUCT_ROWS)} />
        )}
        <Card title={t.owner}>
          {reply?.owner ? (
            <Chosen owner={reply.owner} values={values} />
          ) : (
            <NewOwner values={values} errors={errors} matches={reply?.matches} />
          )}
        </Card>
        <Card title={t.enterprise}>
          <div className="fields">
            <EnterpriseFields values={values} errors={errors} />
          </div>
        </Card>
        <Card title={t.place}>
          <div className="fields">
            <PremisesFields values={values} errors={errors} villages={villages} />
          </div>
        </Card>
        <Card title={t.products}>
          <p className="soft small card-lead">{t.productsLead}</p>
          <ProductRows values={values} errors={errors} />
        </Card>
        <div className="row">
          <Button name="intent" value="save" disabled={busy}>
            {t.save}
          </Button>
        </div>
      </Form>
    </div>
  );
}

const PAUSE_MS = 350;

function NewOwner({
  values,
  errors,
  matches,
}: {
  values: FormValues;
  errors?: Refusal['fields'];
  matches?: OwnerMatchView[];
}) {
  const t = messagesFor(formMessages, useLocale());
  const { submit, data } = useFetcher<RegisterReply>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const lookSoon = (form: HTMLFormElement | null) => {
    clearTimeout(timer.current);
    if (!form) return;
    timer.current = setTimeout(() => {
      // By POST: a NIK or a phone never stands in an address.
      const asked = new FormData();
      const typed = new FormData(form);
      for (const name of matchedBy) asked.set(name, String(typed.get(name) ?? ''));
      asked.set('intent', 'match');
      submit(asked, { method: 'post' });
    }, PAUSE_MS);
  };
  return (
    <div className="fields">
      <p className="soft small">{t.ownerLead}</p>
      <div
        className="fields"
        onInput={(event) => {
          const input = event.target as HTMLInputElement;
          if (matchedBy.includes(input.name)) lookSoon(input.form);
        }}
      >
        <OwnerKeyFields values={values} errors={errors} />
      </div>
      <noscript>
        <Button name="intent" value="match" look="secondary">
          {t.match}
        </Button>
      </noscript>
      <OwnerMatches matches={data?.matches ?? matches} />
      <OwnerMoreFields values={values} errors={errors} />
    </div>
  );
}

const matchedBy = ['owner.fullName', 'owner.nik.value', 'owner.phones.0.number'];

/** An owner on record was taken; what had been typed of a new one travels along, should they change their mind. */
function Chosen({ owner, values }: { owner: ChosenOwner; values: FormValues }) {
  const t = messagesFor(formMessages, useLocale());
  const others = owner.enterprises.map((one) => one.name).join(', ');
  return (
    <Notice tone="done" live>
      <strong>{t.used({ name: owner.fullName })}</strong> {others !== '' && t.alsoOwns({ names: others })}
      <input type="hidden" name="ownerId" value={owner.ownerId} />
      {Object.entries(values)
        .filter(([name]) => name.startsWith('owner.'))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <p>
        <Button name="intent" value="other" formNoValidate look="quiet" className="inline">
          {t.change}
        </Button>
      </p>
    </Notice>
  );
}

function TakenNik({ taken }: { taken: NonNullable<RegisterReply['taken']> }) {
  const t = messagesFor(formMessages, useLocale());
  const box = useRef<HTMLDivElement>(null);
  const { ownerId, owner } = taken;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is brought to attention.
  useEffect(() => box.current?.focus(), [taken]);
  return (
    <div ref={box} className="notice wait" role="alert" tabIndex={-1}>
      <div className="stack tight">
        <div>
          <strong>{owner ? t.taken({ name: owner.fullName }) : t.takenOutside}</strong>
          {owner && owner.enterprises.length > 0 && (
            <ul className="match-enterprises">
              {owner.enterprises.map((one) => (
                <li key={one.enterpriseId}>
                  <a
                    href={`/usaha/${one.enterpriseId}`}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={t.open({ name: one.name })}
                  >
                    {one.name}
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p>{t.takenAsk}</p>
        </div>
        <div className="row">
          <Button name="intent" value={`save-with:${ownerId}`} look="secondary">
            {t.takenSame}
          </Button>
          <Button name="intent" value="save-other" look="secondary">
            {t.takenOther}
          </Button>
        </div>
      </div>
    </div>
  );
}
