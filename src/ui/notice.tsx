import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';
import { type Tone, toneIcons } from './status-badge.tsx';

type Props = {
  tone?: Exclude<Tone, 'quiet'>;
  icon?: IconType;
  /** Read aloud when it appears: for what has just happened. */
  live?: boolean;
  children: ReactNode;
};

/** A short message in the flow of the page. */
export function Notice({ tone = 'info', icon, live, children }: Props) {
  return (
    <div className={`notice ${tone}`} role={live ? 'status' : undefined}>
      <Icon of={icon ?? toneIcons[tone]} />
      <div>{children}</div>
    </div>
  );
}
