import type { ReactNode } from 'react';
import { Icon, type IconType } from './icon.tsx';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconClock, IconInfoCircle } from './icons.ts';

/** done: finished or good; wait: someone must act; wrong: needs mending; info: worth knowing; quiet: nothing known or needed. */
export type Tone = 'done' | 'wait' | 'wrong' | 'info' | 'quiet';

export const toneIcons: Record<Tone, IconType> = {
  done: IconCircleCheck,
  wait: IconClock,
  wrong: IconAlertTriangle,
  info: IconInfoCircle,
  quiet: IconCircleDashed,
};

/** A state in a word, with its icon and colour. */
export function StatusBadge({ tone, icon, children }: { tone: Tone; icon?: IconType; children: ReactNode }) {
  return (
    <span className={`badge ${tone}`}>
      <Icon of={icon ?? toneIcons[tone]} size={16} />
      {children}
    </span>
  );
}
