import type { ComponentType, SVGProps } from 'react';

export type IconType = ComponentType<
  Omit<SVGProps<SVGSVGElement>, 'stroke'> & { size?: number; stroke?: number }
>;

/** A picture beside a word; hidden from screen readers since the word says it. `size` in CSS pixels. */
export function Icon({ of: Drawing, size = 20 }: { of: IconType; size?: number }) {
  return <Drawing size={size} stroke={1.75} aria-hidden="true" focusable="false" className="icon" />;
}
