import { isId } from '#kernel/id.ts';
import { parseBusinessName } from '#kernel/naming/business-name.ts';
import type { Row } from './cell.ts';
import type { ColumnMapping } from './column-choice.ts';
import type { ListContext } from './list-context.ts';
import type { RowProblem } from './list-problems.ts';
import { readEnterprise, readEvidences } from './read-business.ts';
import { readFigures } from './read-figures.ts';
import { longestName, readOwner } from './read-owner.ts';
import { readPlace } from './read-place.ts';
import { type DefaultPlace, noDefaultPlace } from './read-title.ts';
import { columnsOf, RowReading } from './row-reading.ts';
import type { StagedRecord } from './staged-record.ts';

/**
 * What becomes of a row: it can come in; it goes back with its reasons; or it is another office's, which is answered
 * and not dropped.
 */
export type Disposition = 'ready' | 'needs_mending' | 'other_area';

export type ValidatedRow = {
  /** As far as it could be read, also where the row needs mending. */
  readonly record: StagedRecord;
  readonly problems: readonly RowProblem[];
  readonly disposition: Disposition;
};

/** Wordings asked of the KBLI finder that are remembered; a list has far fewer. */
const mostWordings = 20_000;

/** Prepares a list's mapping once and gives the check of one row. Never throws, whatever the cells hold. */
export function rowValidator(
  mapping: ColumnMapping,
  given: ListContext,
): (row: Row, place?: DefaultPlace) => ValidatedRow {
  const columns = columnsOf(mapping, given.damage);
  const context = withRememberedGuesses(given);
  return (row, place = noDefaultPlace) => {
    const reading = new RowReading(row, columns);
    const names = readNames(reading);
    const { place: where, otherArea } = readPlace(reading, place, context);
    const record: StagedRecord = {
      owner: readOwner(reading, names.owner, context),
      enterprise: readEnterprise(reading, names, context),
      place: where,
      figures: readFigures(reading, context),
      evidences: readEvidences(reading),
      notes: notesOf(reading),
      sourceKey: reading.shortText('source_key', 100),
      enterpriseId: enterpriseIdOf(reading),
    };
    const { problems } = reading;
    const isRejected = problems.some(({ severity }) => severity === 'error');
    return {
      record,
      problems,
      disposition: otherArea ? 'other_area' : isRejected ? 'needs_mending' : 'ready',
    };
  };
}

function readNames(reading: RowReading): { owner: string | null; business: string | null } {
  let owner = nameIn(reading, 'full_name');
  let business = nameIn(reading, 'business_name');
  const either = nameIn(reading, 'person_or_business');
  if (either !== null) {
    // PT, CV, UD, Toko …: a business; the licences of sole traders bear the person's name.
    if (owner !== null || parseBusinessName(either).categories.length > 0) business ??= either;
    else owner = either;
  }
  const isReported = reading.problems.length > 0;
  if (owner === null && business === null && !isReported) {
    const field = (['full_name', 'business_name', 'person_or_business'] as const).find((one) =>
      reading.has(one),
    );
    reading.report(field ?? null, 'name_missing', { value: '' });
  }
  return { owner, business };
}

function nameIn(
  reading: RowReading,
  field: 'full_name' | 'business_name' | 'person_or_business',
): string | null {
  const text = reading.text(field);
  if (text === '') return null;
  if (!/\p{L}/u.test(text)) {
    reading.report(field, 'name_is_number');
    return null;
  }
  if (text.length <= longestName) return text;
  reading.report(field, 'too_long');
  return null;
}

/** Anything else in that column names no enterprise of ours. */
function enterpriseIdOf(reading: RowReading): string | null {
  const id = reading.text('enterprise_id').toLowerCase();
  return isId(id) ? id : null;
}

function notesOf(reading: RowReading): string | null {
  const texts = reading.cells('notes').map(({ text }) => text);
  return texts.length === 0 ? null : texts.join('; ').slice(0, 1_000);
}

function withRememberedGuesses(context: ListContext): ListContext {
  const known = new Map<string, ReturnType<ListContext['kbli']['guess']>>();
  const guess = (words: string) => {
    const key = words.toLowerCase();
    let guessed = known.get(key);
    if (guessed === undefined) {
      guessed = context.kbli.guess(words);
      if (known.size < mostWordings) known.set(key, guessed);
    }
    return guessed;
  };
  const { kbli } = context;
  return {
    ...context,
    kbli: { has: (code) => kbli.has(code), sectorOf: (code) => kbli.sectorOf(code), guess },
  };
}
