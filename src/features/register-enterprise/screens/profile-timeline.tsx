import type { ReactNode } from 'react';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { formatNumber } from '#ui/format-number.ts';
import { Timeline, type TimelineEntry } from '#ui/timeline.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { mergeMessages } from '../messages/merge-messages.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { type EvidenceKind, evidenceKindLabel } from '../rules/evidence-kinds.ts';
import type { FieldChange } from '../rules/field-changes.ts';
import { CORRECTION, type HistoryEntry, tellingChanges } from '../rules/record-history.ts';
import { countsPeople, wordFor } from '../rules/register-words.ts';
import { dayOf, HIDDEN_FIELDS, wordOfField } from './field-word.ts';

/** What happened, newest first, in words an officer understands. */
export function ProfileTimeline({
  changes,
  villageNames,
  names,
}: {
  changes: readonly HistoryEntry[];
  villageNames: Readonly<Record<string, string>>;
  /** Of the records that were merged into this one. */
  names: Readonly<Record<string, string>>;
}) {
  const locale = useLocale();
  const entries: TimelineEntry[] = changes.map((entry) => ({
    id: entry.changeId,
    at: entry.changedAt.getTime(),
    who: whoIn(entry, names, locale),
    ...tell(entry, locale, villageNames),
  }));
  return <Timeline entries={entries} />;
}

function whoIn(
  { changedBy, via, enterpriseId }: HistoryEntry,
  names: Readonly<Record<string, string>>,
  locale: Locale,
): string {
  const t = messagesFor(profileMessages, locale);
  const how = { import: t.viaImport, api: t.viaApi, phone: t.viaPhone }[via];
  const who = how ? `${changedBy} (${how})` : changedBy;
  const name = names[enterpriseId ?? ''];
  return name === undefined ? who : `${who} · ${messagesFor(mergeMessages, locale).side({ name })}`;
}

function tell(
  { kind, changes }: HistoryEntry,
  locale: Locale,
  villages: Readonly<Record<string, string>>,
): { title: string; detail?: ReactNode } {
  const t = messagesFor(profileMessages, locale);
  const [first] = changes;
  const name = first?.after ?? first?.before ?? '';
  switch (first ? kind : 'edited') {
    case 'note':
      return {
        title: first?.field === CORRECTION ? t.proposed : t.noted,
        detail: <p className="quoted">{first?.after}</p>,
      };
    case 'product':
      return { title: first?.after ? t.productAdded({ name }) : t.productEnded({ name }) };
    case 'merged': {
      const m = messagesFor(mergeMessages, locale);
      const said =
        { family_continues: m.mergedFamily, same_owner: m.mergedOwner }[first!.field] ?? m.mergedSame;
      return { title: said({ name: first!.before ?? '' }) };
    }
    case 'unmerged':
      return {
        title: messagesFor(mergeMessages, locale).unmerged({
          one: first?.before ?? '',
          other: first?.after ?? '',
        }),
      };
    case 'group':
      return first?.field === 'left'
        ? {
            title: t.groupLeft({ name: first.before ?? '' }),
            detail: first.after && dayOf(first.after, locale),
          }
        : { title: t.groupJoined({ name }) };
    case 'evidence': {
      const withdrawn = first?.field === 'withdrawn';
      const word = evidenceKindLabel((withdrawn ? first.before : first?.field) as EvidenceKind, locale) ?? '';
      if (withdrawn)
        return {
          title: t.evidenceWithdrawn({ kind: word }),
          detail: <p className="quoted">{first.after}</p>,
        };
      return { title: t.evidenceAdded({ kind: word }) };
    }
    case 'figure': {
      const [figure = '', year = ''] = (first?.field ?? '').split('.');
      const amount = Number(first?.after);
      const said = countsPeople(figure)
        ? t.peopleCount({ count: formatNumber(amount, locale) })
        : formatRupiah(amount, locale);
      return { title: t.figureAdded({ what: `${wordFor('figure', figure, locale)} ${year}, ${said}` }) };
    }
    default:
      return {
        title: kind === 'created' ? t.created : t.changed,
        detail: (
          <Changes
            changes={tellingChanges(changes)}
            locale={locale}
            villages={villages}
            isNew={kind === 'created'}
          />
        ),
      };
  }
}

type ChangesProps = {
  changes: readonly FieldChange[];
  locale: Locale;
  villages: Readonly<Record<string, string>>;
  isNew: boolean;
};

function Changes({ changes, locale, villages, isNew }: ChangesProps) {
  const t = messagesFor(profileMessages, locale);
  const labels: Record<string, string> = messagesFor(fieldLabels, locale);
  const word = (field: string, value: string | null) =>
    value === null ? t.empty : wordOfField(field, value, locale, villages);
  return (
    <div className="changes">
      {changes.map(({ field, before, after }) => (
        <p key={field + (after ?? '')}>
          <span className="soft">{labels[field] ?? field}:</span>{' '}
          {HIDDEN_FIELDS.has(field) ? (
            t.hidden
          ) : isNew || before === null ? (
            word(field, after)
          ) : (
            <>
              <del>{word(field, before)}</del> → {word(field, after)}
            </>
          )}
        </p>
      ))}
    </div>
  );
}
