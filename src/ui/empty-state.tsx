import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';

type Props = {
  icon?: IconType;
  /** What is not here yet: "Belum ada daftar". */
  title: string;
  /** How it comes to be here. */
  children?: ReactNode;
  /** The next step, a ButtonLink. */
  action?: ReactNode;
};

/** Stands where a list would be and teaches the next step. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="empty">
      {icon && (
        <span className="empty-icon">
          <Icon of={icon} size={28} />
        </span>
      )}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
