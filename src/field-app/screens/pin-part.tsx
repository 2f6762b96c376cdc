import { type FormEvent, useState } from 'react';
import { useField, useText } from '../app-state.ts';
import { isEasyPin } from '../core/easy-pin.ts';
import { changePin, pinPattern } from '../core/lock.ts';
import { Field } from './field.tsx';

export function PinPart() {
  const text = useText();
  const { tools, unlocked } = useField();
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const pin = String(given.get('new'));
    setSaid('');
    const found = !pinPattern.test(pin)
      ? text.pinSixDigits
      : isEasyPin(pin)
        ? text.pinTooEasy
        : pin === given.get('again')
          ? ''
          : text.pinDiffers;
    setProblem(found);
    if (found) return;
    await changePin(tools.store, unlocked, pin);
    form.reset();
    setSaid(text.pinChanged);
  }

  return (
    <details>
      <summary>{text.changePin}</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {problem && (
          <p className="notice wrong" role="alert">
            {problem}
          </p>
        )}
        <Field name="new" label={text.newPin} isPin isWrong={problem !== ''} />
        <Field name="again" label={text.repeatPin} isPin isWrong={problem === text.pinDiffers} />
        <button type="submit" className="button">
          {text.changePin}
        </button>
        <p role="status">{said}</p>
      </form>
    </details>
  );
}
