import type { ReactNode } from 'react';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { IntakeHead } from '../rules/session-view.ts';
import './run.css';

type Props = {
  head: IntakeHead;
  title: string;
  lead?: string | undefined;
  action?: ReactNode;
  badge?: ReactNode;
  /** Where one came from; the intake unless given. */
  back?: { to: string; label: string };
  children: ReactNode;
};

/** A page below an intake: its title, the way back, and the intake's other parts. */
export function IntakeFrame({ head, title, lead, action, badge, back, children }: Props) {
  return (
    <div className="stack">
      <title>{`${title} · ${head.name} · Gawangan`}</title>
      <PageHeader
        title={title}
        lead={lead}
        badge={badge}
        action={action}
        back={
          back ?? {
            to: `/pembinaan/angkatan/${head.intakeId}`,
            label: head.isStaff ? `${head.programme}, ${head.name}` : head.name,
          }
        }
      />
      <IntakeTabs
        intakeId={head.intakeId}
        of={head.isStaff ? undefined : ['intake', 'participants', 'sessions']}
      />
      {children}
    </div>
  );
}
