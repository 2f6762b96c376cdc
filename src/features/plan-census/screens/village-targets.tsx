import { useRef, useState } from 'react';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { FieldError, FieldHint, useField } from '#ui/field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { roundFormMessages } from '../messages/round-form-messages.ts';
import type { RoundChoices } from '../rules/round-form.ts';

type Props = {
  villages: RoundChoices['villages'];
  /** Code → target as typed. */
  chosen: Readonly<Record<string, string>>;
  errors?: readonly FieldRefusal[] | undefined;
};

/** Villages by district, each to be ticked, with a target of its own. */
export function VillageTargets({ villages, chosen, errors = [] }: Props) {
  const locale = useLocale();
  const t = messagesFor(roundFormMessages, locale);
  const hydrated = useHydrated();
  const box = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(Object.keys(chosen).length);
  const field = useField({ name: 'villages', hint: t.villagesHint, errors });
  const boxes = () => [...(box.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
  const recount = () => setCount(boxes().filter((one) => one.checked).length);
  const setAll = (checked: boolean) => {
    for (const one of boxes()) one.checked = checked;
    recount();
  };
  const districts = Map.groupBy(villages, ({ district }) => district);
  return (
    <fieldset className="field village-targets" ref={box} onChange={recount}>
      <legend className="label">{t.villages}</legend>
      <FieldHint id={field.id} hint={t.villagesHint} />
      <FieldError id={field.id} {...(field.error ? { error: field.error } : {})} />
      <div className="row">
        <span role="status">
          {t.chosen({ chosen: formatNumber(count, locale), all: formatNumber(villages.length, locale) })}
        </span>
        {hydrated && (
          <>
            <Button type="button" look="quiet" className="inline" onClick={() => setAll(true)}>
              {t.all}
            </Button>
            <Button type="button" look="quiet" className="inline" onClick={() => setAll(false)}>
              {t.none}
            </Button>
          </>
        )}
      </div>
      {[...districts].map(([district, inside], at) => (
        <details key={district} open={districts.size <= 4 && at === 0}>
          <summary>{district}</summary>
          <ul className="plain-list">
            {inside.map(({ code, name, enterprises }, index) => (
              <li key={code}>
                <label className="choice">
                  <input
                    id={at === 0 && index === 0 ? field.id : undefined}
                    className="box"
                    type="checkbox"
                    name="villages"
                    value={code}
                    defaultChecked={code in chosen}
                  />
                  <span>
                    {name}{' '}
                    <span className="hint">{t.listed({ count: formatNumber(enterprises, locale) })}</span>
                  </span>
                </label>
                <input
                  className="input"
                  name={`target-${code}`}
                  defaultValue={chosen[code] ?? ''}
                  inputMode="numeric"
                  aria-label={t.villageTarget({ village: name })}
                  placeholder={formatNumber(enterprises, locale)}
                />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </fieldset>
  );
}
