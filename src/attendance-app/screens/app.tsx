import { useEffect, useState } from 'react';
import type { Locale } from '#kernel/language.ts';
import type { OfficeLine } from '../core/office-line.ts';
import type { PhoneStore } from '../core/phone-store.ts';
import { useLinkInAddress, usePlace } from '../place.ts';
import { usePhone } from '../use-phone.ts';
import { LocaleContext, useText } from '../use-text.ts';
import { LinkState } from './link-state.tsx';
import { SessionsScreen } from './sessions-screen.tsx';
import { SheetScreen } from './sheet-screen.tsx';

/** A trainer's phone: a list of sessions, and the sheet of one. */
export function App({ store, line }: { store: PhoneStore; line: OfficeLine }) {
  const [locale, setLocale] = useState<Locale>(() => (localStorage.getItem('bahasa') === 'en' ? 'en' : 'id'));
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem('bahasa', locale);
  }, [locale]);
  useLinkInAddress(store);
  return (
    <LocaleContext value={locale}>
      <main>
        <Open store={store} line={line} />
        <OtherLanguage locale={locale} setLocale={setLocale} />
      </main>
    </LocaleContext>
  );
}

function Open({ store, line }: { store: PhoneStore; line: OfficeLine }) {
  const t = useText();
  const phone = usePhone(store, line);
  const sessionId = usePlace();
  const { view, link } = phone;
  if (!view) return <p className="boot">{t.loading}</p>;
  if (!link)
    return (
      <>
        <h1>{t.noLink}</h1>
        <p>{t.noLinkText}</p>
      </>
    );
  if (!link.work) return <LinkState phone={phone} link={link} store={store} />;
  const session = link.work.sessions.find((one) => one.sessionId === sessionId);
  return session ? (
    <SheetScreen
      key={session.sessionId}
      phone={phone}
      link={link}
      work={link.work}
      session={session}
      store={store}
    />
  ) : (
    <SessionsScreen phone={phone} link={link} work={link.work} store={store} />
  );
}

function OtherLanguage({ locale, setLocale }: { locale: Locale; setLocale: (locale: Locale) => void }) {
  const other = locale === 'id' ? 'en' : 'id';
  const t = useText();
  return (
    <p className="foot">
      <button type="button" className="quiet" lang={other} onClick={() => setLocale(other)}>
        {t.other}
      </button>
    </p>
  );
}
