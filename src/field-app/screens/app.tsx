import { useEffect, useMemo, useState } from 'react';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { LocaleContext } from '../app-state.ts';
import { fieldMessages } from '../messages/field-messages.ts';
import { goTo } from '../route.ts';
import { type Adding, addingOf, setupAddress } from '../setup-place.ts';
import { usePhone } from '../use-phone.ts';
import { OpenApp } from './open-app.tsx';
import { PinScreen } from './pin-screen.tsx';
import { SetupScreen } from './setup-screen.tsx';

/** Which of three: not set up yet, locked, or open for someone. */
export function App() {
  const phone = usePhone();
  const [locale, setLocale] = useLocale();
  const [adding, setPlace] = useState(() => addingOf(location.search));
  const setAdding = (next: Adding | null) => {
    history.replaceState(null, '', setupAddress(next) + location.hash);
    setPlace(next);
  };
  const text = useMemo(() => messagesFor(fieldMessages, locale), [locale]);
  const { view, unlocked } = phone;

  let screen: React.ReactNode;
  if (!view) screen = <p className="boot">{text.loading}</p>;
  else if (unlocked && view.phone)
    screen = (
      <OpenApp key={unlocked.userId} {...phone} view={view} unlocked={unlocked} setLocale={setLocale} />
    );
  else if (adding || view.people.length === 0)
    screen = (
      <SetupScreen
        adding={adding}
        wasWiped={phone.outcome !== null && phone.outcome !== 'running' && phone.outcome.wiped.length > 0}
        onDone={(next) => {
          setAdding(null);
          goTo({ at: 'today' }, 'replace');
          phone.enter(next);
        }}
        onBack={view.people.length > 0 ? () => setAdding(null) : undefined}
        setLocale={setLocale}
      />
    );
  else
    screen = (
      <PinScreen
        people={view.people}
        unsent={view.unsent.visits}
        onOpen={phone.enter}
        onForgotten={() => setAdding('forgotten')}
        onAnother={() => setAdding('person')}
      />
    );
  return <LocaleContext value={locale}>{screen}</LocaleContext>;
}

function useLocale(): [Locale, (locale: Locale) => void] {
  const [locale, setLocale] = useState<Locale>(() => (localStorage.getItem('bahasa') === 'en' ? 'en' : 'id'));
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem('bahasa', locale);
  }, [locale]);
  return [locale, setLocale];
}
