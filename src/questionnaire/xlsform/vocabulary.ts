import type { Locale } from '#kernel/language.ts';
import type { Question, QuestionKind } from '../form.ts';

/** How headings name the two languages. */
export const languageNames: Readonly<Record<Locale, string>> = {
  id: 'Bahasa Indonesia (id)',
  en: 'English (en)',
};

/** The language a heading or a setting names: "Bahasa Indonesia (id)", "English", "en"; null for any other. */
export function languageNamed(text: string): Locale | null {
  const name = text.trim().toLowerCase();
  const code = name.match(/\(([a-z-]+)\)$/)?.[1] ?? name;
  if (['id', 'ind', 'bahasa indonesia', 'indonesia', 'indonesian'].includes(code)) return 'id';
  return ['en', 'eng', 'english', 'inggris', 'bahasa inggris'].includes(code) ? 'en' : null;
}

/** Columns of each sheet under the names they are read by; other spellings follow in `aliases`. */
export const translatedColumns = ['label', 'hint', 'required_message', 'constraint_message'] as const;
export const surveyColumns = [
  'type',
  'name',
  ...translatedColumns,
  'required',
  'relevant',
  'constraint',
  'calculation',
  'choice_filter',
  'default',
  'appearance',
  'read_only',
  'repeat_count',
  'parameters',
  'gawangan:kind',
  'gawangan:unit',
  'gawangan:unit_en',
  'gawangan:personal',
  'gawangan:states',
  'gawangan:preload',
] as const;
export const choiceColumns = ['list_name', 'name', 'label'] as const;
export const settingColumns = ['form_title', 'form_id', 'version', 'default_language', 'namespaces'] as const;

export const aliases: Readonly<Record<string, string>> = {
  readonly: 'read_only',
  calculate: 'calculation',
  relevance: 'relevant',
  title: 'form_title',
  id_string: 'form_id',
  set_form_title: 'form_title',
  set_form_id: 'form_id',
  value: 'name',
};

/** Columns of the XLSForm specification that this program has no use for. */
export const unsupportedColumns =
  /^(media::.*|image|audio|video|big[-_]image|guidance_hint|trigger|intent|autoplay|save_to|body::.*|bind::.*|instance::.*|control::.*|parameters::.*|geometry|style|instance_name|public_key|submission_url|allow_choice_duplicates|auto_send|auto_delete|sms_.*|clean_text_values|client_editable|prefix|delimiter)$/;

/** Sheets of the specification that change what a form does. */
export const unsupportedSheets = ['entities', 'external_choices', 'osm'];

type BaseType = {
  readonly type: string;
  /** Appearance by which other programs show the right keyboard. */
  readonly appearance?: string;
  /** Stands in `bind::gawangan:kind`, since XLSForm has no such type. */
  readonly isOwn?: true;
};

/**
 * The XLSForm type of each kind. Money is a decimal: other programs hold integers below 2³¹, which two billion
 * rupiah exceed. Numbers with leading zeros are text with a numeric keyboard.
 */
export const typeOfKind: Readonly<Record<QuestionKind, BaseType>> = {
  text: { type: 'text' },
  integer: { type: 'integer' },
  decimal: { type: 'decimal' },
  money: { type: 'decimal', appearance: 'thousands-sep', isOwn: true },
  select_one: { type: 'select_one' },
  select_multiple: { type: 'select_multiple' },
  date: { type: 'date' },
  geopoint: { type: 'geopoint' },
  photo: { type: 'image' },
  acknowledge: { type: 'acknowledge' },
  nik: { type: 'text', appearance: 'numbers', isOwn: true },
  nib: { type: 'text', appearance: 'numbers', isOwn: true },
  phone: { type: 'text', appearance: 'numbers', isOwn: true },
  note: { type: 'note' },
  calculate: { type: 'calculate' },
};

/** XLSForm type → kind, with the older spellings of the specification. */
export const kindOfType: Readonly<Record<string, QuestionKind>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  select_one: 'select_one',
  select_multiple: 'select_multiple',
  date: 'date',
  geopoint: 'geopoint',
  image: 'photo',
  photo: 'photo',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  note: 'note',
  calculate: 'calculate',
};

/** Appearances that only arrange; every other one would change what is asked, and is named. */
const harmless =
  /^(minimal|multiline|numbers|thousands-sep|field-list|quick|quickcompact|compact|compact-\d+|horizontal|horizontal-compact|vertical|columns|columns-pack|columns-\d+|autocomplete|likert|no-calendar|new|new-front|maps|w\d+|pages|no-collapse|summary)$/;

export function unsupportedAppearance(appearance: string): string | undefined {
  return appearance.split(/\s+/).find((word) => word !== '' && !harmless.test(word));
}

/** Columns that hold an expression, and the property they fill. */
export const expressionColumns = {
  relevant: 'relevant',
  constraint: 'constraint',
  calculation: 'calculation',
  choice_filter: 'choiceFilter',
} as const satisfies Record<string, keyof Question>;
