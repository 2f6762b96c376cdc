import { useEffect, useRef } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field-id.ts';
import { Icon } from '#ui/icon.tsx';
import { IconExclamationCircle } from '#ui/icons.ts';
import { useLocale } from '#ui/use-locale.ts';
import { mappingFaultText } from '../messages/column-messages.ts';
import { mappingMessages } from '../messages/mapping-messages.ts';
import type { MappingView } from '../rules/import-view.ts';
import type { ImportReply } from './form-values.ts';

type Props = { reply?: ImportReply; columns: MappingView['columns'] };

/** On top of a mapping that cannot be used: why, each with a way to a column concerned. */
export function MappingFaults({ reply, columns }: Props) {
  const locale = useLocale();
  const t = messagesFor(mappingMessages, locale);
  const box = useRef<HTMLDivElement>(null);
  const faults = reply?.faults ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is brought to attention.
  useEffect(() => box.current?.focus(), [reply]);
  if (reply === undefined) return null;
  if (faults.length === 0) {
    const labels = Object.fromEntries(
      columns.flatMap(({ column, heading }) => {
        const name = heading.text || t.column({ at: String(column + 1) });
        return ['field', 'period', 'unit', 'year'].map((part) => [`${part}-${column}`, name]);
      }),
    );
    return (
      <ErrorSummary
        refusal={reply.refusal}
        labels={{
          ...labels,
          kbliVersion: t.kbliVersion,
          figureYear: t.figureYear,
          previousImportId: t.previous,
        }}
      />
    );
  }
  return (
    <div ref={box} className="notice wrong summary" role="alert" tabIndex={-1}>
      <Icon of={IconExclamationCircle} />
      <div>
        <strong>{t.faults}</strong>
        <ul>
          {faults.map((fault) => {
            const at =
              fault.code === 'field_twice'
                ? columns.findLast(({ column }) => reply.typed[`field-${column}`] === fault.field)?.column
                : columns[0]?.column;
            return (
              <li key={fault.code === 'field_twice' ? fault.field : fault.code}>
                <a href={`#${fieldId(`field-${at}`)}`}>{mappingFaultText(fault, locale)}</a>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
