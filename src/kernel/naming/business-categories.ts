/**
 * What a business name says it is rather than what it is called. A feature of its own in matching and of low weight
 * in the name: BATIK NADIA and TOKO NADIA share the name NADIA.
 */
export type BusinessCategory =
  | 'UD'
  | 'CV'
  | 'PT'
  | 'PD'
  | 'KUB'
  | 'TOKO'
  | 'WARUNG'
  | 'RUMAH MAKAN'
  | 'KIOS'
  | 'DEPOT'
  | 'LAPAK'
  | 'KONTER'
  | 'BATIK'
  | 'CRAFT'
  | 'KONVEKSI'
  | 'KATERING'
  | 'JUAL'
  | 'USAHA'
  | 'DAGANG';

const SPELLINGS: Record<BusinessCategory, string> = {
  UD: 'UD',
  CV: 'CV',
  PT: 'PT',
  PD: 'PD',
  KUB: 'KUB KUBE',
  TOKO: 'TOKO TK',
  WARUNG: 'WARUNG WR WRG WARUNK',
  'RUMAH MAKAN': 'RM',
  KIOS: 'KIOS KIOSK',
  DEPOT: 'DEPOT DEPO',
  LAPAK: 'LAPAK',
  KONTER: 'KONTER CONTER COUNTER',
  BATIK: 'BATIK',
  CRAFT: 'CRAFT CRAFTS KRAF HANDICRAFT KERAJINAN',
  KONVEKSI: 'KONVEKSI KONPEKSI KONFEKSI',
  KATERING: 'KATERING CATERING KETERING',
  JUAL: 'JUAL JUALAN PENJUAL PENJUALAN',
  USAHA: 'USAHA',
  DAGANG: 'DAGANG PEDAGANG PERDAGANGAN',
};

const CATEGORY_OF_WORD = new Map<string, BusinessCategory>(
  Object.entries(SPELLINGS).flatMap(([category, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling, category as BusinessCategory] as const),
  ),
);

/** Written-out phrases → the one word known above. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bKELOMPOK USAHA BERSAMA\b/g, 'KUB'],
  [/\b(?:USAHA|UNIT) DAGANG\b/g, 'UD'],
  [/\bPERUSAHAAN DAGANG\b/g, 'PD'],
  [/\bRUMAH MAKAN\b/g, 'RM'],
  [/\b(?:WARUNG|WR|WRG)(?: MAKAN)+\b/g, 'WARUNG'],
];
const MAY_HOLD_PHRASE = /DAGANG|MAKAN|BERSAMA/;
const DOTTED_FORM = /\b([UCPRT])\s?\.\s?([DVTMK])\b\.?/g;

/** The category a cleaned word stands for (TK → TOKO), or null. */
export function businessCategory(word: string): BusinessCategory | null {
  return CATEGORY_OF_WORD.get(word) ?? null;
}

/** Joins U.D., C.V., P.T., P.D., R.M., T.K. in upper-cased text, before dots become spaces. */
export function joinDottedForms(upper: string): string {
  if (!upper.includes('.')) return upper;
  return upper.replace(DOTTED_FORM, (written, first: string, second: string) =>
    CATEGORY_OF_WORD.has(first + second) ? `${first}${second} ` : written,
  );
}

/** Shortens written-out categories in cleaned text: USAHA DAGANG → UD, RUMAH MAKAN → RM. */
export function shortenCategoryPhrases(clean: string): string {
  if (!MAY_HOLD_PHRASE.test(clean)) return clean;
  return PHRASES.reduce((text, [phrase, word]) => text.replace(phrase, word), clean);
}
