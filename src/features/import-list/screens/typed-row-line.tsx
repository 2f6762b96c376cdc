import { messagesFor } from '#kernel/language.ts';
import { formatRtRw } from '#kernel/naming/rt-rw.ts';
import { Icon, type IconType } from '#ui/icon.tsx';
import { IconAlertTriangle, IconCheck, IconClock, IconCloudOff, IconInfoCircle } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { TypedRow } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';
import type { GridRow } from './grid-row.ts';

/** A row that is typed, in two lines to be compared with the paper, and whether it is kept. */
export function TypedRowLine({ row, isUnsaved }: { row: GridRow; isUnsaved: boolean }) {
  const t = messagesFor(typingMessages, useLocale());
  const { full_name: owner, business_name: business } = row.values;
  return (
    <>
      <span className="typed-number">{row.rowNumber}</span>
      <span className="typed-text">
        <strong>{[owner, business].filter(Boolean).join(' — ') || t.noName}</strong>
        <span className="row-note">{restOf(row.values)}</span>
      </span>
      <RowState row={row} isUnsaved={isUnsaved} />
    </>
  );
}

const inFront: readonly ListField[] = ['full_name', 'business_name'];
const together: readonly ListField[] = ['rt', 'rw', 'village'];

function restOf(values: TypedRow): string {
  const [rt = '', rw = ''] = formatRtRw({ rt: values.rt ?? null, rw: values.rw ?? null }).split('/');
  const place = [rt && `RT ${rt}`, rw && `RW ${rw}`, values.village].filter(Boolean).join(' ');
  const others = Object.entries(values).filter(
    ([field]) => ![...inFront, ...together, 'nik'].includes(field as ListField),
  );
  return [values.nik, place, ...others.map(([, value]) => value)].filter(Boolean).join(' · ');
}

function RowState({ row, isUnsaved }: { row: GridRow; isUnsaved: boolean }) {
  const t = messagesFor(typingMessages, useLocale());
  const [tone, icon, text]: [string, IconType, string] =
    row.state === 'saving'
      ? ['soft', IconClock, t.saving]
      : isUnsaved
        ? ['is-wrong', IconCloudOff, t.unsaved]
        : row.checked?.disposition === 'needs_mending'
          ? ['is-wrong', IconAlertTriangle, t.toMend]
          : row.checked?.disposition === 'other_area'
            ? ['is-wait', IconInfoCircle, t.otherArea]
            : ['is-done', IconCheck, t.saved];
  return (
    <span className={`typed-state ${tone}`}>
      <Icon of={icon} size={16} />
      <span>{text}</span>
    </span>
  );
}
