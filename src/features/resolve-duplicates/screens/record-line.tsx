import { messagesFor } from '#kernel/language.ts';
import { formatRtRw } from '#kernel/naming/rt-rw.ts';
import { useLocale } from '#ui/use-locale.ts';
import { villageMessages } from '../messages/village-messages.ts';
import type { ComparedRecord } from '../rules/compared-record.ts';

/** A record as one would speak of it in the village: whose, what, where; no number that names a person. */
export function RecordLine({ record, letter }: { record: ComparedRecord; letter?: string }) {
  const locale = useLocale();
  const t = messagesFor(villageMessages, locale);
  const place = [
    formatRtRw(record) && t.rtRw({ place: formatRtRw(record) }),
    record.hamlet,
    record.address,
    record.village,
  ];
  return (
    <div className="record-line">
      {letter && (
        <span className="side-letter" aria-hidden="true">
          {letter}
        </span>
      )}
      <div>
        <strong>{record.name}</strong>
        <span className="row-note">{[record.ownerName, record.activity].filter(Boolean).join(' · ')}</span>
        <span className="row-note">{place.filter(Boolean).join(', ')}</span>
      </div>
    </div>
  );
}
