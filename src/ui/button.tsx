import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { Icon, type IconType } from './icon.tsx';

/** primary: the one next action of a screen; secondary: others; quiet: inside lists; danger: takes something away. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
type Look = { look?: ButtonLook; icon?: IconType; wide?: boolean };

function classFor({ look = 'primary', wide }: Look, extra?: string): string {
  return ['btn', look === 'primary' ? '' : look, wide ? 'wide' : '', extra ?? ''].filter(Boolean).join(' ');
}

/** A button of a form (`type="submit"` unless told otherwise). `wide` fills the column, for phones. */
export function Button({ look, icon, wide, className, children, ...rest }: ComponentProps<'button'> & Look) {
  return (
    <button type="submit" {...rest} className={classFor({ look, wide }, className)}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  look,
  icon,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={classFor({ look, wide }, className)}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  );
}
