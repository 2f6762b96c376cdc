import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../app-state.ts';
import { type Unlocked, unlock } from '../core/lock.ts';
import type { PersonRecord } from '../core/store.ts';
import { tools } from '../use-phone.ts';
import { Field } from './field.tsx';

/** Several people may share a phone: first who, then the PIN. Sending needs neither. */
export function PinScreen(props: {
  people: PersonRecord[];
  unsent: number;
  onOpen(unlocked: Unlocked): void;
  onForgotten(): void;
  onAnother(): void;
}) {
  const text = useText();
  const { people } = props;
  const [chosen, setChosen] = useState(people.length === 1 ? people[0]!.id : null);
  const person = people.find(({ id }) => id === chosen);
  return (
    <main className="plain">
      <img src="/lapangan/icon.svg" alt="" width="56" height="56" />
      <h1>{person ? text.enterPin({ name: person.name }) : text.whoAreYou}</h1>
      {person ? (
        <PinForm key={person.id} person={person} onOpen={props.onOpen} />
      ) : (
        <ul className="people">
          {people.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="choice" onClick={() => setChosen(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="beside">
        {person && people.length > 1 && (
          <button type="button" className="quiet" onClick={() => setChosen(null)}>
            {text.whoAreYou}
          </button>
        )}
        {person && (
          <button type="button" className="quiet" onClick={props.onForgotten}>
            {text.forgotPin}
          </button>
        )}
        <button type="button" className="quiet" onClick={props.onAnother}>
          {text.anotherPerson}
        </button>
      </p>
      {props.unsent > 0 && <p className="notice wait">{text.sendsWithoutPin({ count: props.unsent })}</p>}
    </main>
  );
}

function PinForm({ person, onOpen }: { person: PersonRecord; onOpen(unlocked: Unlocked): void }) {
  const text = useText();
  const [problem, setProblem] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const input = form.current!.querySelector('input')!;
    if (input.value.length < 6 || isBusy) return;
    setIsBusy(true);
    const result = await unlock(tools.store, person.id, input.value).catch(() => null);
    setIsBusy(false);
    if (result?.ok) return onOpen(result.unlocked);
    const seconds = Math.ceil((result?.waitMs ?? 0) / 1000);
    const minutes = seconds > 90 ? Math.ceil(seconds / 60) : 0;
    if (!result) setProblem(text.failed);
    else setProblem(seconds > 0 ? text.waitPin({ minutes, seconds }) : text.wrongPin);
    input.value = '';
    input.focus();
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Field
        name="pin"
        label="PIN"
        isPin
        isWrong={problem !== ''}
        onInput={(event) => {
          if (event.currentTarget.value.length === 6) void submit();
        }}
      />
      <p role="alert" className={problem ? 'notice wrong' : undefined}>
        {problem}
      </p>
      <button type="submit" className="main" disabled={isBusy}>
        {isBusy ? text.opening : text.open}
      </button>
    </form>
  );
}
