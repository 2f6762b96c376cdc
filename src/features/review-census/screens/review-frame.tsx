import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import './review.css';

type Props = {
  round: { roundId: string; name: string };
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** The frame of a round's pages, with the way between its parts. */
export function ReviewFrame({ round, title, lead, action, children }: Props) {
  const t = messagesFor(reviewMessages, useLocale());
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
      <title>{`${title} · ${round.name} · Gawangan`}</title>
      <PageHeader back={{ to: '/pendataan', label: t.back }} title={round.name} lead={lead} action={action} />
      <nav className="tabs" aria-label={t.tabs}>
        {parts.map(([path, label]) => (
          <NavLink key={path} to={`/pendataan/${round.roundId}${path}`} end={path === ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      {children}
    </div>
  );
}
