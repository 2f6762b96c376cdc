import type { Locale } from '#kernel/language.ts';
import type { Outcome } from '#kernel/refusal.ts';
import type { FormProblem } from '../engine/form-problem.ts';
import { openForm } from '../engine/open-form.ts';
import { type Choice, type Form, isName } from '../form.ts';
import { defined } from './read-question.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { readSurvey } from './read-survey.ts';
import {
  choiceColumns,
  languageNamed,
  settingColumns,
  surveyColumns,
  unsupportedSheets,
} from './vocabulary.ts';
import type { Sheets, XlsFormProblem } from './xlsform-problem.ts';

/** More than any questionnaire that people answer at their door. */
const mostItems = 500;
/** It stands in addresses and in the names of files. */
const longestId = 60;

/**
 * Reads an XLSForm (xlsform.org) from its sheets `survey`, `choices` and `settings`, and opens it. Either the whole
 * form, ready to run, or everything in it that is not understood, each with its place. Sheets of other names are
 * the author's own, save those of the specification, which are named when anything stands in them.
 */
export function readXlsForm(sheets: Sheets): Outcome<Form, readonly XlsFormProblem[]> {
  const problems: XlsFormProblem[] = [];
  const named = new Map(Object.entries(sheets).map(([name, rows]) => [name.trim().toLowerCase(), rows]));
  const whole = (sheet: string, code: XlsFormProblem['code'], column: string | null = null) =>
    problems.push({ sheet, row: null, column, code, value: column ?? sheet });
  for (const sheet of unsupportedSheets)
    if (named.get(sheet)?.some((row) => row.some((cell) => cell.trim() !== '')))
      whole(sheet, 'sheet_unsupported');

  const settings = readSettings(named.get('settings') ?? [], problems);
  const { defaultLanguage } = settings;
  const lists = readChoices(
    readSheet(
      named.get('choices') ?? [],
      { sheet: 'choices', known: choiceColumns, isOpen: true, defaultLanguage },
      problems,
    ),
    problems,
  );
  if (!named.has('survey')) {
    whole('survey', 'sheet_missing');
    return { ok: false, refusal: problems };
  }
  const headings = named.get('survey')!.find((row) => row.some((cell) => cell.trim() !== '')) ?? [];
  const missing = ['type', 'name'].filter(
    (column) => !headings.some((cell) => cell.trim().toLowerCase() === column),
  );
  for (const column of missing) whole('survey', 'column_missing', column);
  if (missing.length > 0) return { ok: false, refusal: problems };
  const survey = readSurvey(
    readSheet(named.get('survey')!, { sheet: 'survey', known: surveyColumns, defaultLanguage }, problems),
    problems,
  );
  if (survey.rows.size > mostItems) {
    problems.push({
      sheet: 'survey',
      row: null,
      column: null,
      code: 'too_many_questions',
      value: String(mostItems),
    });
    return { ok: false, refusal: problems };
  }
  const form: Form = { ...settings, items: survey.items, lists };
  const opened = openForm(form);
  if (!opened.ok) problems.push(...opened.refusal.map((problem) => placed(problem, survey.rows)));
  return problems.length === 0 ? { ok: true, value: form } : { ok: false, refusal: problems };
}

function readSettings(
  cells: readonly (readonly string[])[],
  problems: XlsFormProblem[],
): Pick<Form, 'id' | 'version' | 'title' | 'defaultLanguage'> {
  const specification = { sheet: 'settings', known: settingColumns, defaultLanguage: 'id' as Locale };
  const row = readSheet(cells, specification, problems)[0];
  const add = (code: XlsFormProblem['code'], column: string, value: string) =>
    problems.push({ sheet: 'settings', row: row?.row ?? null, column, code, value });
  const setting = (column: string) => row?.cell(column) ?? '';

  const id = setting('form_id');
  if (id === '') add('form_id_missing', 'form_id', '');
  else if (!isName(id) || id.length > longestId) add('name_invalid', 'form_id', id);
  const version = setting('version') || '1';
  const isNumber = /^[1-9]\d{0,9}$/.test(version) && Number(version) < 2 ** 31;
  if (!isNumber) add('version_not_a_number', 'version', version);
  const language = setting('default_language');
  const defaultLanguage = language === '' || language === 'default' ? 'id' : languageNamed(language);
  if (!defaultLanguage) add('language_unsupported', 'default_language', language);
  return {
    id,
    version: Number(version),
    title: setting('form_title') || id,
    defaultLanguage: defaultLanguage ?? 'id',
  };
}

function readChoices(rows: readonly SheetRow[], problems: XlsFormProblem[]): Form['lists'] {
  const lists: Record<string, Choice[]> = {};
  for (const row of rows) {
    const add = (code: XlsFormProblem['code'], column: string, value = row.cell(column)) =>
      problems.push({ sheet: 'choices', row: row.row, column: row.heading(column), code, value });
    const [list, name, label] = [row.cell('list_name'), row.cell('name'), row.text('label')];
    const columns = row.others();
    const missing = list === '' ? 'list_name' : name === '' ? 'name' : label === undefined ? 'label' : null;
    if (missing) add('choice_incomplete', missing, name || list);
    else if (!isName(list)) add('name_invalid', 'list_name');
    else if (/\s/.test(name)) add('choice_name_invalid', 'name');
    else if (lists[list]?.some((choice) => choice.name === name)) add('choice_twice', 'name');
    else {
      for (const column of Object.keys(columns)) if (!isName(column)) add('column_unknown', column, column);
      const choice = defined({
        name,
        label: label!,
        columns: Object.keys(columns).length > 0 ? columns : undefined,
      });
      lists[list] ??= [];
      lists[list].push(choice);
    }
  }
  return lists;
}

const columnOfProperty: Readonly<Record<FormProblem['property'], string>> = {
  name: 'name',
  label: 'label',
  hint: 'hint',
  list: 'type',
  requiredMessage: 'required_message',
  constraintMessage: 'constraint_message',
  relevant: 'relevant',
  constraint: 'constraint',
  required: 'required',
  calculation: 'calculation',
  choiceFilter: 'choice_filter',
  default: 'default',
  count: 'repeat_count',
};

function placed(
  { code, item, property, value }: FormProblem,
  rows: ReadonlyMap<string, SheetRow>,
): XlsFormProblem {
  const row = rows.get(item);
  const column = columnOfProperty[property];
  return { sheet: 'survey', row: row?.row ?? null, column: row?.heading(column) ?? column, code, value };
}
