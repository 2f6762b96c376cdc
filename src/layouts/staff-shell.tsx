import type { ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconDots } from '../ui/icons.ts';
import { useDismiss } from '../ui/use-dismiss.ts';
import { useLocale } from '../ui/use-locale.ts';
import { IdleLock } from './idle-lock.tsx';
import { type NavigationItem, navigationFor } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';
import type { Appearance } from './read-appearance.ts';
import type { Session } from './session.ts';
import { staffMessages } from './staff-messages.ts';

/** A thumb finds four. */
const BAR_ITEMS = 4;

type Props = { session: Session; appearance: Appearance; paths: readonly string[]; children: ReactNode };

/** The frame of staff screens: office, person, navigation, and the idle lock. */
export function StaffShell({ session, appearance, paths, children }: Props) {
  const locale = useLocale();
  const t = messagesFor(staffMessages, locale);
  const items = navigationFor(paths, locale);
  const busy = useNavigation().state !== 'idle';
  return (
    <div className={items.length > 0 ? 'shell' : 'shell no-nav'}>
      {session.isDemo && <p className="ribbon">{t.demo}</p>}
      <header className="shell-head">
        <Link to="/" className="brand" aria-label="Gawangan">
          <BrandMark />
          <span>Gawangan</span>
        </Link>
        <span className="office">
          <span className="long">{session.officeName}</span>
          <span className="brief">{session.officeShortName}</span>
        </span>
        <PersonMenu session={session} appearance={appearance} />
      </header>
      {items.length > 0 && (
        <nav className="shell-nav" aria-label={t.navigation}>
          {items.map((item) => (
            <Place key={item.path} item={item} />
          ))}
        </nav>
      )}
      <main id="isi" tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
      {items.length > 0 && <BottomBar items={items} />}
      {busy && <div className="loading" role="progressbar" aria-label={t.loading} />}
      <IdleLock name={session.name} idleMinutes={session.idleLockMinutes} />
    </div>
  );
}

function Place({ item, size }: { item: NavigationItem; size?: number }) {
  // The field app is a document of its own.
  const isOutside = item.path === '/lapangan/';
  return (
    <NavLink
      to={item.path}
      end={item.path === '/'}
      {...(isOutside ? { reloadDocument: true } : { prefetch: 'intent' as const })}
    >
      <Icon of={item.icon} size={size ?? 20} />
      {item.label}
    </NavLink>
  );
}

function BottomBar({ items }: { items: readonly NavigationItem[] }) {
  const t = messagesFor(staffMessages, useLocale());
  const { pathname } = useLocation();
  const menu = useDismiss();
  const first = items.length > BAR_ITEMS ? items.slice(0, BAR_ITEMS - 1) : items;
  const rest = items.slice(first.length);
  const inRest = rest.some((item) => pathname === item.path || pathname.startsWith(`${item.path}/`));
  return (
    <nav className="bottom-bar" aria-label={t.navigation}>
      {first.map((item) => (
        <Place key={item.path} item={item} size={22} />
      ))}
      {rest.length > 0 && (
        <details ref={menu} className={inRest ? 'here' : undefined}>
          <summary>
            <Icon of={IconDots} size={22} />
            {t.more}
          </summary>
          <div className="float">
            {rest.map((item) => (
              <Place key={item.path} item={item} />
            ))}
          </div>
        </details>
      )}
    </nav>
  );
}
