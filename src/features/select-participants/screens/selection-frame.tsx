import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import './selection.css';

type Status = 'draft' | 'locked' | 'decided' | 'dropped';
const tones: Record<Status, Tone> = { draft: 'quiet', locked: 'wait', decided: 'done', dropped: 'quiet' };

type Props = {
  selection: { selectionId: string; name: string; status: Status; programmeId: string; programme: string };
  action?: ReactNode;
  children: ReactNode;
};

/** Top of every page of a selection, with its parts. */
export function SelectionFrame({ selection, action, children }: Props) {
  const t = messagesFor(selectionMessages, useLocale());
  const { selectionId, name, status, programmeId, programme } = selection;
  const base = `/pembinaan/pemilihan/${selectionId}`;
  const parts = [
    ['', t.overview],
    ['/coba', t.tryIt],
    ...(status === 'decided' ? [['/hasil', t.result] as const, ['/berita-acara', t.minutes] as const] : []),
  ] as const;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader
        back={{ to: `/pembinaan/${programmeId}`, label: programme }}
        title={`${t.title}: ${name}`}
        badge={<StatusBadge tone={tones[status]}>{t[`status_${status}`]}</StatusBadge>}
        action={action}
      />
      <nav className="tabs" aria-label={t.parts}>
        {parts.map(([path, label]) => (
          <NavLink key={path} to={`${base}${path}`} end={path === ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  );
}
