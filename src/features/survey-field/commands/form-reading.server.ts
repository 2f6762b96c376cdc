import type { Trx } from '#platform/db/connect.server.ts';
import { type Form, type FormItem, isQuestion } from '#questionnaire/form.ts';
import { listFormsByKey } from '../../plan-census/index.server.ts';
import { openNames } from '../rules/split-answers.ts';

/** A questionnaire with what is asked of it for every submission, worked out once. */
export type FormReading = { form: Form; openNames: ReadonlySet<string>; phoneNames: readonly string[] };

/** A version never changes, so what was read of it stays true. */
const remembered = new Map<string, FormReading>();
const MOST = 200;

export const formKey = ({ formId, formVersion }: { formId: string; formVersion: number }): string =>
  `${formId}@${formVersion}`;

/** Forms by `formKey`; one that the office does not have is left out. */
export async function readForms(
  trx: Trx,
  office: string,
  wanted: readonly { formId: string; formVersion: number }[],
): Promise<Map<string, FormReading>> {
  const nameOf = (key: string) => `${office} ${key}`;
  const found = new Map<string, FormReading>();
  const missing = new Map<string, { formId: string; version: number }>();
  for (const one of wanted) {
    const key = formKey(one);
    const known = remembered.get(nameOf(key));
    if (known) found.set(key, known);
    else missing.set(key, { formId: one.formId, version: one.formVersion });
  }
  for (const row of await listFormsByKey(trx, office, [...missing.values()])) {
    const form = row.form as Form;
    const reading = { form, openNames: openNames(form), phoneNames: phoneNames(form.items) };
    const key = formKey({ formId: row.formId, formVersion: row.version });
    if (remembered.size >= MOST) remembered.clear();
    remembered.set(nameOf(key), reading);
    found.set(key, reading);
  }
  return found;
}

function phoneNames(items: readonly FormItem[]): string[] {
  return items.flatMap((item) => {
    if (!isQuestion(item)) return phoneNames(item.items);
    return item.kind === 'phone' ? [item.name] : [];
  });
}
