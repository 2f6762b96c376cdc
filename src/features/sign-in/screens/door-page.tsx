import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { IconExclamationCircle } from '../../../ui/icons.ts';
import { useLocale } from '../../../ui/use-locale.ts';
import { type Fault, faultText } from '../messages/door-messages.ts';

type Props = { title: string; lead?: ReactNode; fault?: Fault | null; children: ReactNode };

/** One question on a plain page; what went wrong stands on top. */
export function DoorPage({ title, lead, fault, children }: Props) {
  return (
    <div className="narrow stack">
      <title>{`${title} · Gawangan`}</title>
      <div>
        <h1>{title}</h1>
        {lead && <p className="soft">{lead}</p>}
      </div>
      <FaultNotice fault={fault} />
      {children}
    </div>
  );
}

/** Says why it did not work; nothing when all is well or the field itself says so. */
export function FaultNotice({ fault }: { fault?: Fault | null }) {
  const locale = useLocale();
  if (!fault || fault.code === 'blank') return null;
  return (
    <div className="notice wrong" role="alert">
      <Icon of={IconExclamationCircle} />
      <div>
        <strong>{faultText(fault, locale)}</strong>
      </div>
    </div>
  );
}

/** What a field is told when it was left empty. */
export function blankField(fault: Fault | null | undefined): { path: string; code: 'blank' }[] {
  return fault?.code === 'blank' && fault.field ? [{ path: fault.field, code: 'blank' }] : [];
}
