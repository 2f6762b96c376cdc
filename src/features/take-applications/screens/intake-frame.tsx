import type { ReactNode } from 'react';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { IntakeHead } from '../rules/applicants-view.ts';

type Props = {
  intake: IntakeHead;
  /** Of a page below the list of applicants: its title, the intake stands above it. */
  title?: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  badge?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
};

/** Top of every page about the applicants of an intake. */
export function IntakeFrame({ intake, title, lead, back, badge, action, children }: Props) {
  return (
    <div className="stack">
      <title>{`${title ?? intake.name} · Gawangan`}</title>
      <PageHeader
        title={title ?? intake.name}
        lead={lead}
        back={back ?? { to: `/pembinaan/${intake.programmeId}`, label: intake.programme }}
        badge={badge}
        action={action}
      />
      <IntakeTabs intakeId={intake.intakeId} />
      {children}
    </div>
  );
}
