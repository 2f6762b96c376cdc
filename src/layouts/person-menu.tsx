import { Form, Link, useLocation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { roleName } from '#kernel/role-name.ts';
import { Icon, type IconType } from '../ui/icon.tsx';
import {
  IconChevronDown,
  IconLock,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconSwitchHorizontal,
  IconUser,
} from '../ui/icons.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useDismiss } from '../ui/use-dismiss.ts';
import { useLocale } from '../ui/use-locale.ts';
import type { Appearance } from './read-appearance.ts';
import type { Session } from './session.ts';
import { staffMessages } from './staff-messages.ts';

/** What concerns the person rather than the work. Forms, so that all of it works without scripts. */
export function PersonMenu({ session, appearance }: { session: Session; appearance: Appearance }) {
  const locale = useLocale();
  const t = messagesFor(staffMessages, locale);
  const menu = useDismiss();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const other = appearance === 'dark' ? 'light' : 'dark';
  return (
    <details className="menu" ref={menu}>
      <summary aria-label={`${t.me}: ${session.name}`}>
        <Icon of={IconUser} />
        <span className="person">{session.name}</span>
        <span className="person brief">{t.meShort}</span>
        <Icon of={IconChevronDown} size={16} />
      </summary>
      <div className="float">
        <p className="who">
          <strong>{session.name}</strong>
          <span className="soft small">{session.roles.map((role) => roleName(role, locale)).join(', ')}</span>
        </p>
        <Link to="/akun" className="float-item">
          <Icon of={IconSettings} />
          {t.account}
        </Link>
        <Item
          action="/tampilan"
          fields={{ tampilan: other, lanjut: here }}
          icon={other === 'dark' ? IconMoon : IconSun}
          label={t[other]}
          stay
        />
        <LanguageSwitch />
        <hr />
        <Item action="/kunci" fields={{ lanjut: here }} icon={IconLock} label={t.lock} />
        <Item action="/keluar" fields={{ lanjut: here }} icon={IconSwitchHorizontal} label={t.switchPerson} />
        <Item action="/keluar" fields={{}} icon={IconLogout} label={t.signOut} />
      </div>
    </details>
  );
}

type ItemProps = {
  action: string;
  fields: Record<string, string>;
  icon: IconType;
  label: string;
  stay?: boolean;
};

function Item({ action, fields, icon, label, stay }: ItemProps) {
  return (
    // Who locks or leaves gets a new document, so that nothing of the old one stays in memory.
    <Form method="post" action={action} reloadDocument={!stay} replace preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="float-item">
        <Icon of={icon} />
        {label}
      </button>
    </Form>
  );
}
