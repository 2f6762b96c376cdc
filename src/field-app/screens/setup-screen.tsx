import { type FormEvent, useContext, useRef, useState } from 'react';
import type { Locale } from '#kernel/language.ts';
import { LocaleContext, useText } from '../app-state.ts';
import { isEasyPin } from '../core/easy-pin.ts';
import { calibrateIterations, pinPattern, type Unlocked } from '../core/lock.ts';
import { registerHere } from '../core/register.ts';
import { syncOnce } from '../core/sync.ts';
import { type Adding, setupAddress } from '../setup-place.ts';
import { line, sync, tools } from '../use-phone.ts';
import { Field } from './field.tsx';

type Problem = { at?: 'label' | 'pin' | 'again'; text: string; signIn?: true };

/** The hand-over: whoever is signed in at the office gets a place and a PIN on this phone. */
export function SetupScreen(props: {
  adding: Adding | null;
  wasWiped: boolean;
  onDone(unlocked: Unlocked): void;
  onBack?: (() => void) | undefined;
  setLocale(locale: Locale): void;
}) {
  const text = useText();
  const locale = useContext(LocaleContext);
  const isForgotten = props.adding === 'forgotten';
  const signIn = `/masuk?lanjut=${encodeURIComponent(setupAddress(props.adding))}`;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = new FormData(form.current!);
    const label = String(given.get('label')).trim();
    const pin = String(given.get('pin'));
    const found = checkInput(label, pin, String(given.get('again')));
    setProblem(found);
    if (found) return;
    setIsBusy(true);
    try {
      const iterations = await calibrateIterations();
      const input = { pin, label, iterations, now: Date.now };
      let result = await registerHere(tools.store, line, input);
      if (result.kind === 'refused' && result.status === 409) {
        // Struck off: what is left is delivered, the phone forgotten, and it comes back as a new one.
        await syncOnce(sync, null);
        result = await registerHere(tools.store, line, input);
      }
      if (result.kind === 'ok') props.onDone(result.value.unlocked);
      else setProblem(refusalOf(result));
    } catch (error) {
      console.error(error);
      setProblem({ text: text.failed });
    }
    setIsBusy(false);
  }

  function checkInput(label: string, pin: string, again: string): Problem | null {
    if (label === '') return { at: 'label', text: text.needPhoneName };
    if (!pinPattern.test(pin)) return { at: 'pin', text: text.pinSixDigits };
    if (isEasyPin(pin)) return { at: 'pin', text: text.pinTooEasy };
    return pin === again ? null : { at: 'again', text: text.pinDiffers };
  }

  function refusalOf(result: Exclude<Awaited<ReturnType<typeof registerHere>>, { kind: 'ok' }>): Problem {
    if (result.kind === 'unwelcome') return { text: text.setupSignIn, signIn: true };
    if (result.kind === 'other_office') return { text: text.otherOffice({ office: result.officeName }) };
    if (result.kind === 'refused' && result.status === 403) return { text: text.notAllowed };
    if (result.kind === 'refused' && result.status === 409) return { text: text.phoneWasRevoked };
    return { text: text.cannotReach };
  }

  return (
    <main className="plain">
      <h1>{isForgotten ? text.forgotPin : text.setupTitle}</h1>
      {props.wasWiped && <p className="notice wait">{text.revoked}</p>}
      <p className="lead">{isForgotten ? text.forgotPinLead : text.setupLead}</p>
      <p>
        {text.setupSignIn} <a href={signIn}>{text.signIn}</a>
      </p>
      <form ref={form} onSubmit={submit} noValidate>
        {problem && (
          <p className="notice wrong" role="alert">
            {problem.text} {problem.signIn && <a href={signIn}>{text.signIn}</a>}
          </p>
        )}
        <Field
          name="label"
          label={text.phoneName}
          hint={text.phoneNameHint}
          isWrong={problem?.at === 'label'}
          maxLength={100}
          autoComplete="off"
        />
        <Field
          name="pin"
          label={text.choosePin}
          hint={text.choosePinHint}
          isWrong={problem?.at === 'pin'}
          isPin
        />
        <Field name="again" label={text.repeatPin} isWrong={problem?.at === 'again'} isPin />
        <button type="submit" className="main" disabled={isBusy}>
          {isBusy ? text.installing : text.install}
        </button>
        {props.onBack && (
          <button type="button" className="quiet" onClick={props.onBack}>
            {text.back}
          </button>
        )}
      </form>
      <LanguageButtons locale={locale} setLocale={props.setLocale} />
    </main>
  );
}

export function LanguageButtons({ locale, setLocale }: { locale: Locale; setLocale(locale: Locale): void }) {
  return (
    <p className="languages">
      <button type="button" lang="id" aria-pressed={locale === 'id'} onClick={() => setLocale('id')}>
        Bahasa Indonesia
      </button>
      <button type="button" lang="en" aria-pressed={locale === 'en'} onClick={() => setLocale('en')}>
        English
      </button>
    </p>
  );
}
