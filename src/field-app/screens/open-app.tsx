import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale } from '#kernel/language.ts';
import { FieldContext, type FieldState, LocaleContext, useText } from '../app-state.ts';
import type { Unlocked } from '../core/lock.ts';
import type { SyncOutcome } from '../core/sync.ts';
import { goTo, hrefOf, type Route, useRoute } from '../route.ts';
import { useFieldData } from '../use-field-data.ts';
import { type PhoneView, sync, tools } from '../use-phone.ts';
import { MapScreen } from './map-screen.tsx';
import { RowScreen } from './row-screen.tsx';
import { SearchScreen } from './search-screen.tsx';
import { SentScreen } from './sent-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';
import { TodayScreen } from './today-screen.tsx';
import { VisitScreen } from './visit-screen.tsx';

/** The app of someone whose PIN was right. */
export function OpenApp(props: {
  view: PhoneView;
  unlocked: Unlocked;
  outcome: SyncOutcome | 'running' | null;
  refresh(): Promise<void>;
  syncSoon(): void;
  enter(unlocked: Unlocked | null): void;
  setLocale(locale: Locale): void;
}) {
  const text = useText();
  const locale = useContext(LocaleContext);
  const route = useRoute();
  const { view, unlocked, outcome } = props;
  const { data, find, reload } = useFieldData(tools.store, unlocked, outcome);
  const [said, setSaid] = useState('');
  useFreshStart(route);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(''), 6_000);
    return () => clearTimeout(timer);
  }, [said]);

  const state = useMemo<FieldState | null>(
    () =>
      data && {
        tools,
        sync,
        unlocked,
        phone: view.phone!,
        ...data,
        find,
        unsent: view.unsent,
        outcome,
        locale,
        setLocale: props.setLocale,
        refresh: async () => {
          await props.refresh();
          await reload();
        },
        syncSoon: props.syncSoon,
        lock: () => {
          goTo({ at: 'today' }, 'replace');
          props.enter(null);
        },
        say: setSaid,
      },
    [data, find, unlocked, view, outcome, locale, reload, props],
  );
  if (!state) return <p className="boot">{text.loading}</p>;
  return (
    <FieldContext value={state}>
      <main id="isi" tabIndex={-1} key={hrefOf(route)}>
        <Screen route={route} />
      </main>
      <p role="status" className={said ? 'toast' : undefined}>
        {said}
      </p>
      {route.at !== 'visit' && <BottomBar route={route} unsent={view.unsent.visits} />}
    </FieldContext>
  );
}

function Screen({ route }: { route: Route }) {
  if (route.at === 'row') return <RowScreen rowId={route.rowId} />;
  if (route.at === 'visit') return <VisitScreen draftId={route.draftId} />;
  if (route.at === 'search') return <SearchScreen />;
  if (route.at === 'sent') return <SentScreen />;
  if (route.at === 'settings') return <SettingsScreen />;
  if (route.at === 'map') return <MapScreen />;
  return <TodayScreen />;
}

/** A new screen is read from its beginning, by eye and by screen reader. */
function useFreshStart(route: Route): void {
  const place = hrefOf(route);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the place changes, and only then.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    scrollTo(0, 0);
    document.getElementById('isi')?.focus();
  }, [place]);
}

function BottomBar({ route, unsent }: { route: Route; unsent: number }) {
  const text = useText();
  const at = route.at === 'row' || route.at === 'map' ? 'today' : route.at;
  return (
    <nav className="bottom" aria-label={text.appName}>
      {(['today', 'search', 'sent', 'settings'] as const).map((place) => (
        <a key={place} href={hrefOf({ at: place })} aria-current={at === place ? 'page' : undefined}>
          <Icon name={place} />
          <span>{text[place]}</span>
          {place === 'sent' && unsent > 0 && <span className="badge">{unsent}</span>}
        </a>
      ))}
    </nav>
  );
}

const paths = {
  today: 'M4 6h16M4 12h16M4 18h10',
  search: 'M10 4a6 6 0 1 0 0 12a6 6 0 0 0 0-12M20 20l-5.2-5.2',
  sent: 'M12 19V5M6 11l6-6l6 6',
  settings:
    'M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
} as const;

function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
