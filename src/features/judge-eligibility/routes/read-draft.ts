import type { Locale } from '#kernel/language.ts';
import type { ConditionSet } from '../rules/conditions.ts';
import { describeCondition } from '../rules/describe-condition.ts';
import { freeKey, type QuestionKind, questionFromForm, questionKinds } from '../rules/question-form.ts';
import { type Fault, readConditions } from '../rules/read-conditions.ts';

/** What stands on the form between two requests: everything is in it, nothing on the server. */
export type Draft = {
  json: string;
  /** Null where the text cannot be read as conditions. */
  set: ConditionSet | null;
  faults: Fault[];
  isUnreadable: boolean;
  /** The kind of question whose fields are shown. */
  chosen: QuestionKind | null;
};

export const asJson = (set: ConditionSet): string => JSON.stringify(set, null, 2);

export function draftOf(json: string, chosen: QuestionKind | null = null): Draft {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { json, set: null, faults: [], isUnreadable: true, chosen };
  }
  const { set, faults } = readConditions(parsed);
  return { json, set, faults, isUnreadable: false, chosen };
}

/** The draft after what the form asks for: a kind chosen, a line added or removed. */
export function nextDraft(form: FormData): Draft {
  const json = String(form.get('json') ?? '').slice(0, 100_000);
  const [intent, place] = String(form.get('intent')).split(':');
  const ask = questionKinds.find((kind) => kind === form.get('ask')) ?? null;
  const draft = draftOf(json, intent === 'choose' || intent === 'add' ? ask : null);
  if (intent === 'remove' && draft.set && draft.set.lines.length > 1)
    return draftOf(asJson({ lines: draft.set.lines.filter((_, at) => String(at) !== place) }));
  if (intent === 'add' && ask && draft.set) return added(draft.set, ask, form) ?? draft;
  return draft;
}

function added(set: ConditionSet, ask: QuestionKind, form: FormData): Draft {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const when = questionFromForm(ask, (name) => form.getAll(`field.${name}`).map(String));
  const key = freeKey(
    ask,
    set.lines.map((line) => line.key),
  );
  const alone = readConditions({ lines: [{ key, label: { id: '-', en: '-' }, when }] });
  const line = alone.set?.lines[0];
  // A fault is told beside the fields, where it can be mended; the draft stays as it was.
  if (!line) {
    const faults = alone.faults.map(({ path, code }) => ({ path: ['field', ...path.slice(3)], code }));
    return { json: asJson(set), set, faults, isUnreadable: false, chosen: ask };
  }
  const says = (locale: Locale) => capital(describeCondition(line.when, locale));
  const id = text('label') || says('id');
  const remedy = text('remedy');
  const whole = {
    ...line,
    label: { id, en: text('labelEn') || (text('label') ? id : says('en')) },
    ...(remedy ? { remedy: { id: remedy, en: text('remedyEn') || remedy } } : {}),
  };
  return draftOf(asJson({ lines: [...set.lines, whole] }));
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1, 300);
