import type { Locale } from '#kernel/language.ts';
import { type Form, type FormItem, type FormText, isQuestion, type Question } from '../form.ts';
import { languageNames, typeOfKind } from './vocabulary.ts';

export type WrittenSheets = {
  readonly survey: string[][];
  readonly choices: string[][];
  readonly settings: string[][];
};

type Cells = { readonly [heading: string]: string };

/** What declares the prefix of our own columns, so that other programs accept and keep them. */
const namespace = 'gawangan="urn:gawangan:form"';

/** The order in which columns stand; those without any cell are left out. */
const surveyOrder = [
  'type',
  'name',
  ...bothLanguages('label'),
  ...bothLanguages('hint'),
  'required',
  ...bothLanguages('required_message'),
  'relevant',
  'constraint',
  ...bothLanguages('constraint_message'),
  'calculation',
  'choice_filter',
  'default',
  'appearance',
  'read_only',
  'repeat_count',
  'parameters',
  'bind::gawangan:kind',
  'bind::gawangan:unit',
  'bind::gawangan:unit_en',
  'bind::gawangan:personal',
  'bind::gawangan:states',
  'bind::gawangan:preload',
];

/** The form as the sheets of an XLSForm, headings first. What `readXlsForm` reads of them is the same form. */
export function writeXlsForm(form: Form): WrittenSheets {
  const choices = Object.entries(form.lists).flatMap(([list, entries]) =>
    entries.map(({ name, label, columns }) => ({
      list_name: list,
      name,
      ...translated('label', label),
      ...columns,
    })),
  );
  const ownColumns = new Set(choices.flatMap((choice) => Object.keys(choice)));
  const choiceOrder = new Set(['list_name', 'name', ...bothLanguages('label'), ...ownColumns]);
  const settings = {
    form_title: form.title,
    form_id: form.id,
    version: String(form.version),
    default_language: languageNames[form.defaultLanguage],
    namespaces: namespace,
  };
  return {
    survey: asRows(form.items.flatMap(itemRows), surveyOrder),
    choices: asRows(choices, [...choiceOrder]),
    settings: asRows([settings], Object.keys(settings)),
  };
}

function itemRows(item: FormItem): Cells[] {
  if (isQuestion(item)) return [questionRow(item)];
  const begin = {
    type: `begin_${item.kind}`,
    name: item.name,
    ...translated('label', item.label),
    relevant: item.relevant ?? '',
    appearance: item.appearance ?? '',
    repeat_count: item.kind === 'repeat' ? (item.count ?? '') : '',
  };
  return [begin, ...item.items.flatMap(itemRows), { type: `end_${item.kind}` }];
}

function questionRow(question: Question): Cells {
  const base = typeOfKind[question.kind];
  return {
    type: question.list ? `${base.type} ${question.list}` : base.type,
    name: question.name,
    ...translated('label', question.label),
    ...translated('hint', question.hint),
    required: question.required === true ? 'yes' : (question.required ?? ''),
    ...translated('required_message', question.requiredMessage),
    relevant: question.relevant ?? '',
    constraint: question.constraint ?? '',
    ...translated('constraint_message', question.constraintMessage),
    calculation: question.calculation ?? '',
    choice_filter: question.choiceFilter ?? '',
    default: question.default ?? '',
    appearance: [base.appearance, question.appearance].filter(Boolean).join(' '),
    read_only: question.readOnly ? 'yes' : '',
    parameters: question.maxPixels ? `max-pixels=${question.maxPixels}` : '',
    'bind::gawangan:kind': base.isOwn ? question.kind : '',
    'bind::gawangan:unit': question.unit?.id ?? '',
    'bind::gawangan:unit_en': question.unit?.en ?? '',
    'bind::gawangan:personal': question.personal ? 'yes' : '',
    'bind::gawangan:states': question.states?.join(' ') ?? '',
    'bind::gawangan:preload': question.preload ?? '',
  };
}

function bothLanguages(column: string): string[] {
  return (['id', 'en'] as const).map((language) => heading(column, language));
}

function heading(column: string, language: Locale): string {
  return `${column}::${languageNames[language]}`;
}

function translated(column: string, text: FormText | undefined): Cells {
  return Object.fromEntries(
    Object.entries(text ?? {}).map(([language, words]) => [heading(column, language as Locale), words]),
  );
}

function asRows(rows: readonly Cells[], order: readonly string[]): string[][] {
  const used = order.filter((column) => rows.some((row) => row[column]));
  return [used, ...rows.map((row) => used.map((column) => row[column] ?? ''))];
}
