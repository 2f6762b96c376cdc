import type { Answer } from '#kernel/answer.ts';
import type { Locale } from '#kernel/language.ts';

/** A text in the languages of the form; at least one stands there, and fills in for the other. */
export type FormText = { readonly [L in Locale]?: string };

/** The text in a language, or in the other one where there is none; '' where there is no text at all. */
export function textIn(text: FormText | undefined, language: Locale): string {
  return text?.[language] ?? text?.id ?? text?.en ?? '';
}

/**
 * What a question asks for, and how its answer is written (answers are always text):
 * integer `12` · decimal `1.5` · money `1500000` (whole rupiah) · select_one `batik` · select_multiple `batik food` ·
 * date `2026-03-14` · geopoint `-6.89 109.67 0 12` (latitude, longitude, altitude, accuracy in metres) ·
 * photo: the id of the photo · acknowledge `OK` · nik, nib: digits · phone, text: as typed.
 * `note` is only read, `calculate` only computed.
 */
export const questionKinds = [
  'text',
  'integer',
  'decimal',
  'money',
  'select_one',
  'select_multiple',
  'date',
  'geopoint',
  'photo',
  'acknowledge',
  'nik',
  'nib',
  'phone',
  'note',
  'calculate',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Why there is no value, told with one tap. */
export const withoutValue = ['none_yet', 'not_shown', 'declined'] as const satisfies readonly Answer[];
export type WithoutValue = (typeof withoutValue)[number];

/** An expression in XPath as XLSForm authors write it: `${age} >= 18 and selected(${goods}, 'batik')`. */
export type ExpressionText = string;

export type Question = {
  readonly kind: QuestionKind;
  /** Unique in the whole form; the key of its answer and what `${name}` refers to. */
  readonly name: string;
  readonly label?: FormText;
  readonly hint?: FormText;
  readonly required?: true | ExpressionText;
  readonly requiredMessage?: FormText;
  /** Asked only while this holds. */
  readonly relevant?: ExpressionText;
  /** Must hold for an answer that was given; `.` is the answer. */
  readonly constraint?: ExpressionText;
  readonly constraintMessage?: FormText;
  /** Its answer is computed and cannot be typed over. */
  readonly calculation?: ExpressionText;
  /** The list of `Form.lists` a select chooses from. */
  readonly list?: string;
  /** Which choices are offered; bare names are columns of the list: `district = ${district}`. */
  readonly choiceFilter?: ExpressionText;
  /** A literal, or an expression worked out once, when the form is begun. */
  readonly default?: string;
  /** Presentation, in XLSForm's words. */
  readonly appearance?: string;
  readonly readOnly?: true;
  /** What is counted: "orang", "meter". */
  readonly unit?: FormText;
  /** Personal data, sealed on the server. `nik` and `phone` are so without saying. */
  readonly personal?: true;
  /** Answers other than a value, such as `declined` ("tidak mau menjawab"); any of them satisfies `required`. */
  readonly states?: readonly WithoutValue[];
  /** The value of the register row it begins with; see `preloads`. */
  readonly preload?: string;
  /** Of a photo: the longer side, in pixels. */
  readonly maxPixels?: number;
};

/** A section, or a part of one. */
export type Group = {
  readonly kind: 'group';
  readonly name: string;
  readonly label?: FormText;
  readonly relevant?: ExpressionText;
  readonly appearance?: string;
  readonly items: readonly FormItem[];
};

/** Questions asked as often as there are things to ask about. */
export type Repeat = {
  readonly kind: 'repeat';
  readonly name: string;
  readonly label?: FormText;
  readonly relevant?: ExpressionText;
  readonly appearance?: string;
  /** How often; without it the enumerator adds and removes. */
  readonly count?: ExpressionText;
  readonly items: readonly FormItem[];
};

export type FormItem = Question | Group | Repeat;

export type Choice = {
  /** The code that is stored; no spaces. */
  readonly name: string;
  readonly label: FormText;
  /** Further columns of the list, for choice filters. */
  readonly columns?: { readonly [column: string]: string };
};

/** A questionnaire as data. A version that was used is never changed; the next one is added. */
export type Form = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The language of texts whose column names none. */
  readonly defaultLanguage: Locale;
  readonly items: readonly FormItem[];
  readonly lists: { readonly [list: string]: readonly Choice[] };
};

/** Names under which a register row gives its values to a form (`Question.preload`). */
export const preloads = [
  'business_name',
  'owner_name',
  'address',
  'village',
  'main_product',
  'phone',
  'nib',
] as const;
export type PreloadName = (typeof preloads)[number];

/** Whether a name may stand for an item, a list or a column: letters, digits, `_`, `-` and `.`, as in XLSForm. */
export function isName(name: string): boolean {
  // Names that every object already has would be answered before anybody is asked.
  return /^[A-Za-z_][\w.-]*$/.test(name) && !(name in {});
}

/** The choices of a list; none where the form has no such list. */
export function listOf(form: Form, list: string | undefined): readonly Choice[] {
  return list !== undefined && Object.hasOwn(form.lists, list) ? form.lists[list]! : [];
}

export function isQuestion(item: FormItem): item is Question {
  return item.kind !== 'group' && item.kind !== 'repeat';
}

/** Whether the answer is personal data (UU 27/2022): sealed on the server and masked. */
export function isPersonal(question: Question): boolean {
  return question.personal === true || question.kind === 'nik' || question.kind === 'phone';
}
