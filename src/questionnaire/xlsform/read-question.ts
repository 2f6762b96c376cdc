import { parseExpression } from '../expression/parse-expression.ts';
import { type Question, type QuestionKind, questionKinds, type WithoutValue, withoutValue } from '../form.ts';
import type { SheetRow } from './read-sheet.ts';
import { expressionColumns, kindOfType, typeOfKind, unsupportedAppearance } from './vocabulary.ts';
import type { XlsFormProblem } from './xlsform-problem.ts';

/** Names a problem of a cell of the row at hand. */
export type Name = (code: XlsFormProblem['code'], column: string, value?: string) => void;

/** Reads a row that is no section; what is not understood is named, and the rest is read on. */
export function readQuestion(row: SheetRow, name: Name): Question {
  const words = row
    .cell('type')
    .replace(/^select[ _](one|multiple)\b/i, 'select_$1')
    .split(/\s+/);
  const [type = '', list, ...more] = words;
  const read = readKind(row, type.toLowerCase(), name);
  const { kind } = read;
  const isSelect = kind === 'select_one' || kind === 'select_multiple';
  if (more.join(' ') === 'or_other') name('or_other_unsupported', 'type', 'or_other');
  else if (more.length > 0 || (list !== undefined && !isSelect && read.isKnown))
    name('type_unsupported', 'type', row.cell('type'));
  if (!isSelect) refuse(row, ['choice_filter'], name);
  if (kind !== 'photo') refuse(row, ['parameters'], name);
  refuse(row, ['repeat_count'], name);

  const readOnly = yesOrNo(row.cell('read_only'));
  if (readOnly === null) name('read_only_expression', 'read_only');
  const required = row.cell('required');
  const asked = yesOrNo(required);
  const expressions = Object.entries(expressionColumns).flatMap(([column, property]) => {
    const text = expressionIn(row, column);
    return text === undefined ? [] : [[property, text]];
  });
  return defined({
    kind,
    name: row.cell('name'),
    label: row.text('label'),
    hint: row.text('hint'),
    required: asked === null ? expressionIn(row, 'required') : asked || undefined,
    requiredMessage: row.text('required_message'),
    ...Object.fromEntries(expressions),
    constraintMessage: row.text('constraint_message'),
    list: isSelect ? list : undefined,
    default: row.cell('default') || undefined,
    appearance: readAppearance(row, name, typeOfKind[kind].appearance),
    readOnly: readOnly || undefined,
    unit: readUnit(row),
    personal: yesOrNo(row.cell('gawangan:personal')) || undefined,
    states: readStates(row, name),
    preload: row.cell('gawangan:preload') || undefined,
    maxPixels: kind === 'photo' ? readMaxPixels(row, name) : undefined,
  });
}

/** An expression of a row; quotes that a word processor has curled are straightened where they were in the way. */
export function expressionIn(row: SheetRow, column: string): string | undefined {
  const text = row.cell(column);
  if (text === '') return undefined;
  return parseExpression(text).ok ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

export function readAppearance(row: SheetRow, name: Name, implied?: string): string | undefined {
  const words = row.cell('appearance').split(/\s+/).filter(Boolean);
  // What writing has put in front is taken off again.
  if (implied !== undefined && words[0] === implied) words.shift();
  const appearance = words.join(' ');
  const unsupported = unsupportedAppearance(appearance);
  if (unsupported) name('appearance_unsupported', 'appearance', unsupported);
  return appearance || undefined;
}

/** Names cells that mean nothing where they stand. */
export function refuse(row: SheetRow, columns: readonly string[], name: Name): void {
  for (const column of columns) if (row.cell(column) !== '') name('property_not_here', column);
}

/** The object without what is undefined. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function readKind(row: SheetRow, type: string, name: Name): { kind: QuestionKind; isKnown: boolean } {
  const kind = Object.hasOwn(kindOfType, type) ? kindOfType[type]! : null;
  if (!kind) {
    name('type_unsupported', 'type', row.cell('type'));
    return { kind: 'text', isKnown: false };
  }
  const own = row.cell('gawangan:kind');
  if (own === '') return { kind, isKnown: true };
  const ownKind = questionKinds.find((one) => one === own);
  // Whoever edits the sheet may make a money question an integer; a NIK that is a number has lost its zeros.
  const fits =
    ownKind && typeOfKind[ownKind].isOwn && (ownKind === 'money' ? ['integer', 'decimal'] : ['text']);
  if (ownKind && fits && fits.includes(kind)) return { kind: ownKind, isKnown: true };
  name('kind_unknown', 'gawangan:kind', own);
  return { kind, isKnown: true };
}

function readUnit(row: SheetRow): Question['unit'] {
  const unit = defined({
    id: row.cell('gawangan:unit') || undefined,
    en: row.cell('gawangan:unit_en') || undefined,
  });
  return Object.keys(unit).length > 0 ? unit : undefined;
}

function readStates(row: SheetRow, name: Name): Question['states'] {
  const words = row
    .cell('gawangan:states')
    .split(/[\s,]+/)
    .filter(Boolean);
  const isState = (word: string): word is WithoutValue => withoutValue.some((state) => state === word);
  for (const word of words) if (!isState(word)) name('states_unknown', 'gawangan:states', word);
  const states = words.filter(isState);
  return states.length > 0 ? states : undefined;
}

function readMaxPixels(row: SheetRow, name: Name): number | undefined {
  let pixels: number | undefined;
  for (const parameter of row
    .cell('parameters')
    .split(/[\s,;]+/)
    .filter(Boolean)) {
    const number = parameter.match(/^max-pixels=(\d{2,5})$/)?.[1];
    if (number) pixels = Number(number);
    else name('parameter_unsupported', 'parameters', parameter);
  }
  return pixels;
}

function yesOrNo(cell: string): boolean | null {
  if (/^(yes|true|true\(\))$/i.test(cell)) return true;
  return /^(no|false|false\(\))?$/i.test(cell) ? false : null;
}
