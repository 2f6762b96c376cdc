import type { Locale } from '#kernel/language.ts';
import type { FormText } from '../form.ts';
import { aliases, languageNamed, translatedColumns, unsupportedColumns } from './vocabulary.ts';
import type { XlsFormProblem } from './xlsform-problem.ts';

export type SheetRow = {
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  readonly cell: (column: string) => string;
  readonly text: (column: string) => FormText | undefined;
  /** The heading of a column as it stands in the file. */
  readonly heading: (column: string) => string;
  /** Filled columns that are none of the known ones. */
  readonly others: () => { readonly [column: string]: string };
};

type Column = {
  readonly key: string;
  readonly language: Locale | null;
  readonly heading: string;
  readonly at: number;
};

type SheetSpecification = {
  readonly sheet: string;
  readonly known: readonly string[];
  /** Whether columns of the author's own may stand there, for choice filters. */
  readonly isOpen?: boolean;
  readonly defaultLanguage: Locale;
};

/**
 * The rows of a sheet by column. Columns that are not understood are named when anything stands in them;
 * a heading beginning with # is the author's own remark.
 */
export function readSheet(
  cells: readonly (readonly string[])[],
  { sheet, known, isOpen, defaultLanguage }: SheetSpecification,
  problems: XlsFormProblem[],
): SheetRow[] {
  const headingAt = cells.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (headingAt < 0) return [];
  const columns: Column[] = [];
  const body = cells.slice(headingAt + 1);

  for (const [at, cell] of cells[headingAt]!.entries()) {
    const heading = cell.trim();
    const firstFilled = body.findIndex((row) => row[at]?.trim());
    if (firstFilled < 0 || heading.startsWith('#')) continue;
    const { key, language } = readHeading(heading);
    const problem = (code: XlsFormProblem['code'], value = heading) =>
      problems.push({ sheet, row: headingAt + firstFilled + 2, column: heading, code, value });
    const isTranslated = (translatedColumns as readonly string[]).includes(key);
    if (language === 'other' && isTranslated) problem('language_unsupported');
    else if (known.includes(key) && (language === null || isTranslated)) {
      const named = language === 'other' ? null : isTranslated ? (language ?? defaultLanguage) : null;
      if (columns.some((column) => column.key === key && column.language === named)) problem('column_twice');
      else columns.push({ key, language: named, heading, at });
    } else if (unsupportedColumns.test(key)) problem('column_unsupported');
    else if (isOpen && heading !== '') columns.push({ key: heading, language: null, heading, at });
    else problem('column_unknown', heading === '' ? body[firstFilled]![at]!.trim() : heading);
  }

  return body.flatMap((row, index): SheetRow[] => {
    const filled = columns.filter(({ at }) => row[at]?.trim());
    if (filled.length === 0) return [];
    const value = ({ at }: Column) => row[at]!.trim();
    const find = (key: string) => filled.find((column) => column.key === key);
    return [
      {
        row: headingAt + index + 2,
        cell: (key) => {
          const column = find(key);
          return column ? value(column) : '';
        },
        text: (key) => {
          const texts = filled.filter((column) => column.key === key);
          if (texts.length === 0) return undefined;
          return Object.fromEntries(texts.map((column) => [column.language!, value(column)]));
        },
        heading: (key) =>
          (find(key) ?? columns.find((column) => column.key === key))?.heading ?? writtenName(key),
        others: () =>
          Object.fromEntries(
            filled.filter(({ key }) => !known.includes(key)).map((column) => [column.key, value(column)]),
          ),
      },
    ];
  });
}

/** `Label :: English (en)` → label, en; `Constraint Message` → constraint_message; `bind::gawangan:unit` → gawangan:unit. */
function readHeading(heading: string): { key: string; language: Locale | 'other' | null } {
  const text = heading
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?:: ?/g, '::');
  if (text.startsWith('bind::gawangan:')) return { key: text.slice('bind::'.length), language: null };
  const [base = '', ...rest] = text.split(/::|:(?=[^:])/);
  const key = base.trim().replace(/ /g, '_');
  const named = aliases[key] ?? key;
  if (!(translatedColumns as readonly string[]).includes(named) || rest.length === 0)
    return { key: rest.length > 0 ? text : named, language: null };
  return { key: named, language: languageNamed(rest.join('::')) ?? 'other' };
}

function writtenName(key: string): string {
  return key.startsWith('gawangan:') ? `bind::${key}` : key;
}
