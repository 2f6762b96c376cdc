import { isPlainDate } from '#kernel/calendar.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import {
  type Form,
  type FormItem,
  isQuestion,
  type PreloadName,
  type Question,
} from '#questionnaire/form.ts';

/** What an answer can say of one enterprise on the register. */
export const answeredFields = [
  'name',
  'brand',
  'activity',
  'sector',
  'legalForm',
  'nib',
  'startedOn',
  'fullName',
  'sex',
  'birthDate',
  'disability',
  'homeAddress',
  'address',
  'hamlet',
  'rt',
  'rw',
] as const;
export type AnsweredField = (typeof answeredFields)[number];
export type RegisterPart = 'enterprise' | 'owner' | 'place';

type Source = {
  part: RegisterPart;
  preload?: PreloadName;
  kind?: Question['kind'];
  /** Questions of these names, the first of which is answered. */
  names: readonly string[];
  /** The answer as the register keeps it; null where it says nothing. */
  read: (text: string) => string | null;
};

const upTo =
  (length: number) =>
  (text: string): string | null =>
    text.replace(/\s+/g, ' ').trim().slice(0, length) || null;
const oneOf =
  (...values: string[]) =>
  (text: string): string | null =>
    values.includes(text) ? text : null;
const parsed = <Value>(outcome: { ok: true; value: Value } | { ok: false }): Value | null =>
  outcome.ok ? outcome.value : null;
const placeNumber = (text: string) => (/^\d{1,3}$/.test(text) ? text.replace(/^0+(?=\d)/, '') : null);

/**
 * The contract between questionnaires and the register: whichever form uses these names, or begins with these values
 * of the row (`preload`), fills the register.
 */
const sources: Record<AnsweredField, Source> = {
  name: { part: 'enterprise', preload: 'business_name', names: ['business_name'], read: upTo(200) },
  brand: { part: 'enterprise', names: ['brand'], read: upTo(200) },
  activity: {
    part: 'enterprise',
    preload: 'main_product',
    names: ['main_product', 'activity'],
    read: upTo(500),
  },
  // Of several lines of business the first; see `also`.
  sector: { part: 'enterprise', names: ['sector', 'goods'], read: (text) => text.split(/\s+/)[0] ?? null },
  legalForm: { part: 'enterprise', names: ['legal_form'], read: upTo(60) },
  nib: {
    part: 'enterprise',
    preload: 'nib',
    kind: 'nib',
    names: ['nib'],
    read: (text) => parsed(parseNib(text)),
  },
  startedOn: {
    part: 'enterprise',
    names: ['started_on', 'start_year', 'started_year'],
    read: (text) => (/^\d{4}$/.test(text) ? `${text}-01-01` : isPlainDate(text) ? text : null),
  },
  fullName: { part: 'owner', preload: 'owner_name', names: ['owner_name'], read: upTo(200) },
  sex: { part: 'owner', names: ['owner_sex', 'sex'], read: oneOf('female', 'male') },
  birthDate: {
    part: 'owner',
    names: ['owner_birth_date', 'birth_date'],
    read: (text) => (isPlainDate(text) ? text : null),
  },
  disability: {
    part: 'owner',
    names: ['owner_disability', 'disability'],
    read: oneOf('yes', 'no', 'declined'),
  },
  homeAddress: { part: 'owner', names: ['home_address'], read: upTo(500) },
  address: { part: 'place', names: ['address', 'business_address'], read: upTo(500) },
  hamlet: { part: 'place', names: ['hamlet'], read: upTo(200) },
  rt: { part: 'place', names: ['rt'], read: placeNumber },
  rw: { part: 'place', names: ['rw'], read: placeNumber },
};

export const partOf = (field: AnsweredField): RegisterPart => sources[field].part;

/** `also`: what else was said, as where several lines of business were ticked. */
export type AnsweredValue = { field: AnsweredField; path: string; said: string; also: readonly string[] };

/** Questions outside of repeats: what is said of the enterprise itself. */
export function topQuestions(items: readonly FormItem[]): Question[] {
  return items.flatMap((item) => {
    if (isQuestion(item)) return [item];
    return item.kind === 'group' ? topQuestions(item.items) : [];
  });
}

const textAt = (answers: Answers, path: string): string => {
  const given = answers[path];
  return typeof given === 'string' ? given.trim() : '';
};

/** What the answers say of each field of the register; a field nobody answered is left out. */
export function answeredValues(form: Form, answers: Answers): AnsweredValue[] {
  const questions = topQuestions(form.items);
  return answeredFields.flatMap((field) => {
    const source = sources[field];
    const path = questions.find(
      ({ name, preload, kind }) =>
        ((preload !== undefined && preload === source.preload) ||
          kind === source.kind ||
          source.names.includes(name)) &&
        textAt(answers, name) !== '',
    )?.name;
    const text = path === undefined ? '' : textAt(answers, path);
    const said = source.read(text);
    if (path === undefined || said === null) return [];
    return [{ field, path, said, also: field === 'sector' ? text.split(/\s+/) : [] }];
  });
}

/** How the value of a field stood in the form before it was answered; undefined where it began empty. */
export function valueBefore(field: AnsweredField, preloaded: Answers, path: string): string | undefined {
  const text = textAt(preloaded, path);
  return text === '' ? undefined : (sources[field].read(text) ?? text);
}

export type WithoutValue = 'none_yet' | 'not_shown' | 'declined';
export type Identifier = { number: string } | { answer: WithoutValue } | null;

/** The NIK, or why there is none; null where it was not asked or is no number that could be one. */
export function answeredIdentifier(form: Form, answers: Answers, kind: 'nik' | 'nib'): Identifier {
  for (const { name } of topQuestions(form.items).filter((question) => question.kind === kind)) {
    const given = answers[name];
    if (given === undefined) continue;
    if (typeof given === 'object') return { answer: given.answer };
    const number = parsed(kind === 'nik' ? parseNik(given) : parseNib(given));
    if (number !== null) return { number };
  }
  return null;
}

/** Whose the number is, where that was asked. */
export function whosePhone(answers: Answers): 'own' | 'family' | 'kader' {
  const text = textAt(answers, 'whose_phone');
  return text === 'family' || text === 'kader' ? text : 'own';
}

/** Phone numbers in E.164 that were typed or changed; a hint such as 08******1234 is none. */
export function answeredPhones(form: Form, answers: Answers, preloaded: Answers): string[] {
  const numbers = topQuestions(form.items).flatMap(({ name, kind, preload }) => {
    if (kind !== 'phone' && preload !== 'phone') return [];
    const text = textAt(answers, name);
    if (text === '' || text === textAt(preloaded, name) || text.includes('*')) return [];
    return parsed(parsePhone(text))?.e164 ?? [];
  });
  return [...new Set(numbers)];
}

/** Names of products, of the enterprise's main one and of any asked for one by one. */
export function answeredProducts(form: Form, answers: Answers): string[] {
  const main = new Set(
    topQuestions(form.items).flatMap(({ name, preload }) => (preload === 'main_product' ? [name] : [])),
  );
  const names = Object.keys(answers).flatMap((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isProduct = main.has(path) || name === 'main_product' || name === 'product_name';
    return isProduct ? (upTo(200)(textAt(answers, path)) ?? []) : [];
  });
  return [...new Map(names.map((name) => [name.toLocaleLowerCase('id'), name])).values()];
}
