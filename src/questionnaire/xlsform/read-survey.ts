import { type FormItem, type Group, isQuestion, type Repeat } from '../form.ts';
import { defined, expressionIn, type Name, readAppearance, readQuestion, refuse } from './read-question.ts';
import type { SheetRow } from './read-sheet.ts';
import type { XlsFormProblem } from './xlsform-problem.ts';

type OpenSection = { readonly row: SheetRow; readonly kind: 'group' | 'repeat'; readonly items: FormItem[] };

export type ReadSurvey = {
  readonly items: readonly FormItem[];
  /** The row each item stands in, by its name. */
  readonly rows: ReadonlyMap<string, SheetRow>;
};

/** Columns that a question has and a section has not. */
const questionsOnly = [
  'hint',
  'required',
  'required_message',
  'constraint',
  'constraint_message',
  'calculation',
  'choice_filter',
  'default',
  'read_only',
  'parameters',
  'gawangan:kind',
  'gawangan:unit',
  'gawangan:unit_en',
  'gawangan:personal',
  'gawangan:states',
  'gawangan:preload',
];

/** Reads the sheet `survey`: questions in order, sections nested. */
export function readSurvey(sheetRows: readonly SheetRow[], problems: XlsFormProblem[]): ReadSurvey {
  const top: FormItem[] = [];
  const open: OpenSection[] = [];
  const rows = new Map<string, SheetRow>();

  for (const row of sheetRows) {
    const name: Name = (code, column, value = row.cell(column)) =>
      problems.push({ sheet: 'survey', row: row.row, column: row.heading(column), code, value });
    const type = row
      .cell('type')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^(begin|end) /, '$1_');
    const items = open.at(-1)?.items ?? top;
    if (type === '') name('type_missing', 'type', row.cell('name'));
    else if (type === 'begin_group' || type === 'begin_repeat') {
      rows.set(row.cell('name'), row);
      refuse(row, type === 'begin_group' ? [...questionsOnly, 'repeat_count'] : questionsOnly, name);
      open.push({ row, kind: type === 'begin_group' ? 'group' : 'repeat', items: [] });
    } else if (type === 'end_group' || type === 'end_repeat') {
      const section = open.at(-1);
      if (section && type === `end_${section.kind}`) {
        open.pop();
        (open.at(-1)?.items ?? top).push(closed(section, problems));
      } else name('group_not_open', 'type');
    } else {
      rows.set(row.cell('name'), row);
      items.push(readQuestion(row, name));
    }
  }
  for (const section of open) {
    const { row } = section;
    const column = row.heading('type');
    problems.push({
      sheet: 'survey',
      row: row.row,
      column,
      code: 'group_not_closed',
      value: row.cell('name'),
    });
  }
  // What stands in sections that were never closed is still looked at.
  const items = open.flatMap((section) => section.items);
  if (top.length + items.length === 0 || ![...top, ...items].some(hasQuestion))
    problems.push({ sheet: 'survey', row: null, column: null, code: 'no_questions', value: '' });
  return { items: [...top, ...items], rows };
}

function closed({ row, kind, items }: OpenSection, problems: XlsFormProblem[]): Group | Repeat {
  const name: Name = (code, column, value = row.cell(column)) =>
    problems.push({ sheet: 'survey', row: row.row, column: row.heading(column), code, value });
  const section = {
    name: row.cell('name'),
    label: row.text('label'),
    relevant: expressionIn(row, 'relevant'),
    appearance: readAppearance(row, name),
    items,
  };
  return kind === 'group'
    ? defined({ kind, ...section })
    : defined({ kind, ...section, count: expressionIn(row, 'repeat_count') });
}

function hasQuestion(item: FormItem): boolean {
  return isQuestion(item) || item.items.some(hasQuestion);
}
