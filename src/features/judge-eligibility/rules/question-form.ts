import type { Question } from './conditions.ts';

/** How one field of a question is filled in on a form that works without scripts. */
export type QuestionField =
  | { name: string; as: 'choice' | 'choices'; of: ChoiceList; optional?: boolean }
  | { name: string; as: 'number' | 'rupiah' | 'codes'; optional?: boolean };

/** Lists of choices; those of the office are read from the database. */
export type ChoiceList =
  | 'evidence'
  | 'grade'
  | 'missing'
  | 'operation'
  | 'scale'
  | 'sector'
  | 'kbliVersion'
  | 'district'
  | 'group'
  | 'figure'
  | 'premises'
  | 'sex'
  | 'support'
  | 'topic'
  | 'outcome'
  | 'rubric'
  | 'level';

export const questionKinds = [
  'nib',
  'evidence',
  'operation',
  'verified',
  'scale',
  'sector',
  'kbli',
  'area',
  'group',
  'started',
  'figure',
  'premises',
  'owner_sex',
  'owner_disability',
  'owner_age',
  'support',
  'assessed',
] as const satisfies readonly Question['ask'][];
export type QuestionKind = (typeof questionKinds)[number];

const optional = true;

/** The fields of each kind, under the names that they have in the JSON form. */
export const questionFields: Readonly<Record<QuestionKind, readonly QuestionField[]>> = {
  nib: [],
  evidence: [
    { name: 'kind', as: 'choice', of: 'evidence' },
    { name: 'grade', as: 'choice', of: 'grade', optional },
    { name: 'validForDays', as: 'number', optional },
    { name: 'missing', as: 'choice', of: 'missing', optional },
  ],
  operation: [{ name: 'in', as: 'choices', of: 'operation' }],
  verified: [{ name: 'withinMonths', as: 'number', optional }],
  scale: [{ name: 'in', as: 'choices', of: 'scale' }],
  sector: [{ name: 'in', as: 'choices', of: 'sector' }],
  kbli: [
    { name: 'version', as: 'choice', of: 'kbliVersion' },
    { name: 'beginsWith', as: 'codes' },
  ],
  area: [{ name: 'in', as: 'choices', of: 'district' }],
  group: [{ name: 'groupId', as: 'choice', of: 'group' }],
  started: [{ name: 'atLeastMonths', as: 'number' }],
  figure: [
    { name: 'kind', as: 'choice', of: 'figure' },
    { name: 'atLeast', as: 'rupiah', optional },
    { name: 'atMost', as: 'rupiah', optional },
  ],
  premises: [
    { name: 'kind', as: 'choice', of: 'premises' },
    { name: 'atMost', as: 'number' },
  ],
  owner_sex: [{ name: 'is', as: 'choice', of: 'sex' }],
  owner_disability: [],
  owner_age: [
    { name: 'atLeast', as: 'number', optional },
    { name: 'atMost', as: 'number', optional },
  ],
  support: [
    { name: 'kind', as: 'choice', of: 'support', optional },
    { name: 'topic', as: 'choice', of: 'topic', optional },
    { name: 'outcome', as: 'choice', of: 'outcome', optional },
    { name: 'withinMonths', as: 'number', optional },
    { name: 'atLeast', as: 'number', optional },
    { name: 'atMost', as: 'number', optional },
  ],
  assessed: [
    { name: 'rubricId', as: 'choice', of: 'rubric' },
    { name: 'level', as: 'choice', of: 'level' },
    { name: 'withinMonths', as: 'number', optional },
  ],
};

/** The JSON form of what was filled in; it is checked as any other. Blank fields are left out. */
export function questionFromForm(ask: QuestionKind, read: (name: string) => readonly string[]): unknown {
  const question: Record<string, unknown> = { ask };
  for (const field of questionFields[ask]) {
    const values = read(field.name)
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const [first] = values;
    if (first === undefined) continue;
    if (field.as === 'choices') question[field.name] = values;
    else if (field.as === 'codes') question[field.name] = first.split(/[\s,;]+/).filter(Boolean);
    else if (field.as === 'rupiah' || field.as === 'number' || field.name === 'level')
      question[field.name] = Number(first.replace(/[.\s]/g, ''));
    else question[field.name] = first;
  }
  return question;
}

/** A key that no line has yet. */
export function freeKey(ask: string, keys: readonly string[]): string {
  const base = ask.replace(/_/g, '-');
  for (let at = 1; ; at++) {
    const key = at === 1 ? base : `${base}-${at}`;
    if (!keys.includes(key)) return key;
  }
}
