import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { TextField } from '#ui/text-field.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { roundFormMessages } from '../messages/round-form-messages.ts';
import type { RoundChoices } from '../rules/round-form.ts';

type Props = {
  choices: RoundChoices;
  value: string;
  isFixed: boolean;
  errors?: readonly FieldRefusal[] | undefined;
};

/** How large the random sub-sample is, with what each size is good for. */
export function SampleField({ choices, value, isFixed, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(roundFormMessages, locale);
  const hydrated = useHydrated();
  const choose = (rows: number) => {
    const input = document.getElementsByName('sampleSize')[0];
    if (input instanceof HTMLInputElement) input.value = String(rows);
  };
  return (
    <Card title={t.sample}>
      <p className="card-lead soft">{t.sampleWhy}</p>
      <TextField
        name="sampleSize"
        label={t.sampleSize}
        hint={isFixed ? t.sampleFixed : t.sampleHint}
        errors={errors ?? []}
        defaultValue={value}
        readOnly={isFixed}
        inputMode="numeric"
        short
      />
      {!isFixed && choices.offers.length > 0 && (
        <div className="offers">
          <ul className="plain-list">
            {choices.offers.map(({ margin, rows }) => {
              const words = t.offer({
                margin: formatNumber(margin * 100, locale),
                rows: formatNumber(rows, locale),
              });
              return (
                <li key={margin}>
                  {hydrated ? (
                    <Button type="button" look="quiet" className="inline" onClick={() => choose(rows)}>
                      {words}
                    </Button>
                  ) : (
                    words
                  )}
                </li>
              );
            })}
          </ul>
          <p className="soft small">{t.offersOf({ count: formatNumber(choices.listed, locale) })}</p>
        </div>
      )}
    </Card>
  );
}
