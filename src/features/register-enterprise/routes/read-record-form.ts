import type { FieldRefusal, Refusal } from '#kernel/refusal.ts';
import { readForm } from '#platform/http/read-form.ts';
import { readAnswer } from '#ui/answer-form.ts';

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' ? (value as Fields) : {};

/** A value or why there is none, from the two inputs of an AnswerField. */
function answered(form: FormData, name: string) {
  const { answer, value } = readAnswer(form, name);
  return value === '' ? { answer } : { answer, value };
}

/** `13133` means the edition in force; an older one is written with its year, `2020:13134`. */
function kbliWithVersion(code: unknown): unknown {
  return typeof code === 'string' && /^\d{2,5}$/.test(code.trim()) ? `2025:${code.trim()}` : code;
}

export function readEnterprise(form: FormData): Fields {
  const enterprise = fieldsOf(readForm(form).enterprise);
  return {
    ...enterprise,
    kbli: kbliWithVersion(enterprise.kbli),
    nib: answered(form, 'enterprise.nib.value'),
  };
}

export function readPremises(form: FormData): Fields {
  return fieldsOf(readForm(form).premises);
}

/** The owner of a registration form; phones without a number are no phones. */
export function readOwner(form: FormData): Fields {
  const owner = fieldsOf(readForm(form).owner);
  const phones = Object.values(fieldsOf(owner.phones)).filter(
    (phone) => fieldsOf(phone).number !== undefined,
  );
  return { ...owner, nik: answered(form, 'owner.nik.value'), phones };
}

/** The owner of an edit form: a NIK only when given anew ("ada" without a number: the one on record), a phone only when added. */
export function readOwnerEdit(form: FormData): Fields {
  const { nik: _nik, addPhone, ...owner } = fieldsOf(readForm(form).owner);
  const nik = answered(form, 'owner.nik.value');
  return {
    ...owner,
    ...(nik.answer === 'known' && nik.value === undefined ? {} : { nik }),
    ...(fieldsOf(addPhone).number === undefined ? {} : { addPhone }),
  };
}

/** Product rows that hold anything, and at which row each stood in the form. */
export function readProducts(form: FormData): { products: unknown[]; rows: number[] } {
  const given = Object.entries(fieldsOf(readForm(form).products)).sort(([a], [b]) => Number(a) - Number(b));
  return { products: given.map(([, product]) => product), rows: given.map(([row]) => Number(row)) };
}

/** Says of each refused field where it stands on screen, and which field it was when only the database could tell. */
export function refusalOnScreen(refusal: Refusal, rows: readonly number[] = []): Refusal {
  const constraint = String(refusal.details?.constraint ?? '');
  const unknown: FieldRefusal[] = constraint.includes('kbli')
    ? [{ path: 'enterprise.kbli', code: 'not_a_choice' }]
    : constraint.includes('village')
      ? [{ path: 'premises.villageCode', code: 'not_a_choice' }]
      : [];
  const fields = (refusal.fields ?? unknown).map(({ path, code }) => ({
    path: path.replace(/^products\.(\d+)\./, (_, row: string) => `products.${rows[Number(row)] ?? row}.`),
    code,
  }));
  return { ...refusal, fields };
}
