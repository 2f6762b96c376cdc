import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';
import { IconArrowLeft } from './icons.ts';

type Props = {
  title: ReactNode;
  /** One sentence: what this screen answers. */
  lead?: ReactNode;
  /** The one next action, a Button or ButtonLink. */
  action?: ReactNode;
  /** Where one came from. */
  back?: { to: string; label: string };
  /** Beside the title: a StatusBadge. */
  badge?: ReactNode;
};

/** Top of a screen: its name, what it answers, and one action. */
export function PageHeader({ title, lead, action, back, badge }: Props) {
  return (
    <div className="page-header">
      <div>
        {back && (
          <Link to={back.to} className="back">
            <Icon of={IconArrowLeft} size={18} />
            {back.label}
          </Link>
        )}
        <div className="row">
          <h1>{title}</h1>
          {badge}
        </div>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {action && <div className="row">{action}</div>}
    </div>
  );
}
