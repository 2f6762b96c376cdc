import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { RoundStatus } from '../rules/round-view.ts';
import { RoundBadge } from './round-badge.tsx';
import './census.css';

export type RoundHead = { roundId: string; name: string; status: RoundStatus };

type Props = {
  round: RoundHead;
  title?: string;
  lead?: ReactNode;
  action?: ReactNode;
  /** False for whoever sees one part of it only. */
  parts?: boolean;
  children: ReactNode;
};

/** The frame of all pages of one round: its name, and the way between its parts. */
export function RoundFrame({ round, title, lead, action, parts: hasParts = true, children }: Props) {
  const t = messagesFor(roundMessages, useLocale());
  const base = `/pendataan/${round.roundId}`;
  const parts: [string, string][] = [
    ['', t.summary],
    ['/petugas', t.people],
    ['/lembar', t.sheets],
    ['/bagi', t.sharing],
    ['/surat', t.letters],
    ['/periksa', t.review],
    ['/papan', t.board],
    ['/cakupan', t.coverage],
  ];
  return (
    <div className="stack">
      <title>{`${[title, round.name].filter(Boolean).join(' · ')} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/pendataan', label: t.back }}
        title={round.name}
        badge={<RoundBadge status={round.status} />}
        lead={lead}
        action={action}
      />
      {hasParts && (
        <nav className="tabs" aria-label={t.tabs}>
          {parts.map(([path, label]) => (
            <NavLink key={path} to={`${base}${path}`} end={path === ''}>
              {label}
            </NavLink>
          ))}
        </nav>
      )}
      {children}
    </div>
  );
}
