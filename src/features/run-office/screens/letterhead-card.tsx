import { Form } from 'react-router';
import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CheckboxField } from '../../../ui/choice-fields.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TextareaField } from '../../../ui/textarea-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { papersMessages } from '../messages/papers-messages.ts';

export type LetterheadView = {
  isSet: boolean;
  since: string | null;
  nextOn: string | null;
  lines: readonly string[];
  address: string;
  contact: string | null;
  city: string;
  logo: string | null;
};

type Props = {
  letterhead: LetterheadView;
  today: string;
  mayManage: boolean;
  /** What was typed into this form, where it was declined. */
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: readonly FieldRefusal[] | undefined;
};

/** The letterhead as it stands on paper, and the form to set another from a day on. */
export function LetterheadCard({ letterhead, today, mayManage, typed, errors = [] }: Props) {
  const locale = useLocale();
  const t = messagesFor(papersMessages, locale);
  const { lines, address, contact, logo, isSet, since, nextOn } = letterhead;
  const value = typed ?? {
    lines: lines.join('\n'),
    address,
    contact: contact ?? '',
    city: letterhead.city,
    effectiveOn: today,
  };
  return (
    <Card title={t.letterhead}>
      <figure className="kop-figure">
        <div className="kop">
          {logo && <img src={logo} alt={t.logoAlt} />}
          <div>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
              <p key={at} className={at === lines.length - 1 ? 'kop-last' : 'kop-line'}>
                {line}
              </p>
            ))}
            {address && <p className="kop-small">{address}</p>}
            {contact && <p className="kop-small">{contact}</p>}
          </div>
        </div>
        <figcaption className="soft small">
          {t.preview}. {since ? t.since({ day: formatLongDate(since, locale) }) : t.notSet}{' '}
          {nextOn && t.next({ day: formatLongDate(nextOn, locale) })}
        </figcaption>
      </figure>
      {mayManage && (
        <details className="more" open={!isSet || typed !== undefined}>
          <summary>{isSet ? t.change : t.set}</summary>
          <Form method="post" encType="multipart/form-data" className="fields more-inside">
            <TextareaField
              name="lines"
              label={t.lines}
              hint={t.linesHint}
              rows={3}
              maxLength={600}
              defaultValue={value.lines}
              errors={errors}
            />
            <TextField
              name="address"
              label={t.address}
              maxLength={200}
              defaultValue={value.address}
              errors={errors}
            />
            <TextField
              name="contact"
              label={t.contact}
              optional
              maxLength={200}
              defaultValue={value.contact}
              errors={errors}
            />
            <div className="field-pair">
              <TextField
                name="city"
                label={t.city}
                hint={t.cityHint}
                maxLength={60}
                defaultValue={value.city}
                errors={errors}
              />
              <DateField
                name="effectiveOn"
                label={t.effectiveOn}
                defaultValue={value.effectiveOn}
                errors={errors}
              />
            </div>
            <FileField
              name="logo"
              label={t.logo}
              hint={t.logoHint}
              optional
              accept="image/png,image/jpeg"
              errors={errors}
            />
            {logo && (
              <CheckboxField
                name="keepLogo"
                label={t.keepLogo}
                defaultChecked={typed ? typed.keepLogo === '1' : true}
              />
            )}
            <Button name="intent" value="letterhead" className="start">
              {t.saveLetterhead}
            </Button>
          </Form>
        </details>
      )}
    </Card>
  );
}
