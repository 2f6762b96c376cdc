import type { Answers } from '#questionnaire/engine/answers.ts';
import type { Form } from '#questionnaire/form.ts';
import {
  type AnsweredField,
  answeredIdentifier,
  answeredPhones,
  answeredProducts,
  answeredValues,
  partOf,
  type RegisterPart,
  valueBefore,
  whosePhone,
} from './answered-fields.ts';
import { type AnsweredFigure, answeredFigures } from './answered-figures.ts';

/** What stands on the register now, as far as a visit can say something about it. */
export type RegisterNow = {
  values: Readonly<Partial<Record<AnsweredField, string | null>>>;
  hasOwner: boolean;
  nikAnswer: string;
  nibAnswer: string;
  /** Whether this is the owner's NIK; null: the register has none. */
  isNik: (nik: string) => boolean | null;
  hasPhone: (e164: string) => boolean;
  products: readonly string[];
  figures: readonly {
    kind: string;
    year: number;
    amount: number;
    amountUpper: number | null;
    observedOn: string;
  }[];
  standing: string;
  verifiedOn: string | null;
  operation: string;
  latitude: number | null;
  longitude: number | null;
};

export type Visit = {
  form: Form;
  answers: Answers;
  /** What stood in the form before the first answer: what is unchanged says nothing. */
  preloaded: Answers;
  verdict: string | null;
  /** The verdict says that somebody was there and saw it. */
  verifies: boolean;
  visitedOn: string;
  position: { latitude: number; longitude: number } | null;
  /** Nobody changed the enterprise since the phone fetched it. */
  isRegisterUnchanged: boolean;
  sectors: readonly string[];
};

/** Whose answer stands where the office and the field both changed a value. */
export type Choice = 'office' | 'field';
export type Choices = Readonly<Record<string, Choice>>;

/** Both changed it, and not to the same: a person chooses. */
export type Conflict = {
  field: AnsweredField;
  loaded: string | null;
  office: string | null;
  fieldSays: string;
  choice: Choice | null;
};

export type Change = { field: string; before: string | null; after: string | null };

export type Findings = {
  owner: Record<string, string | null>;
  enterprise: Record<string, string | null>;
  place: Record<string, string | number | null>;
  phones: string[];
  whosePhone: 'own' | 'family' | 'kader';
  products: string[];
  figures: AnsweredFigure[];
  /** In the order of the form; NIK and phones not among them. */
  changes: Change[];
  conflicts: Conflict[];
  /** The visit saw another NIK than the register has: said, and never written over it. */
  isNikDifferent: boolean;
};

/** Verdicts of visits at which nobody could say anything. */
const saysNothing = new Set(['refused', 'not_found', 'unknown']);

/**
 * What a visit says of the register, value by value, from three sides: as the phone knew it, as it was answered, as the
 * register has it now. Unchanged by the enumerator says nothing; unchanged in the office since takes the answer; both
 * changed and different is a conflict, decided by `choices`. Never empties a value.
 */
export function registerFindings(visit: Visit, now: RegisterNow, choices: Choices = {}): Findings {
  const found: Findings = {
    owner: {},
    enterprise: {},
    place: {},
    phones: answeredPhones(visit.form, visit.answers, visit.preloaded).filter(
      (number) => now.hasOwner && !now.hasPhone(number),
    ),
    whosePhone: whosePhone(visit.answers),
    products: newProducts(visit, now),
    figures: newFigures(visit, now),
    changes: [],
    conflicts: [],
    isNikDifferent: false,
  };
  for (const { field, path, said, also } of answeredValues(visit.form, visit.answers)) {
    const office = now.values[field] ?? null;
    if (field === 'sector' && (!visit.sectors.includes(said) || (office !== null && also.includes(office))))
      continue;
    // A year alone is no other day of that year.
    if (field === 'startedOn' && said.endsWith('-01-01') && office?.startsWith(said.slice(0, 4))) continue;
    const part = partOf(field);
    if (part === 'owner' && !now.hasOwner) continue;
    settle(found, visit, { field, path, said, part, office }, choices);
  }
  addIdentifiers(found, visit, now);
  addPosition(found, visit, now);
  addVerdict(found, visit, now);
  return found;
}

type Said = { field: AnsweredField; path: string; said: string; part: RegisterPart; office: string | null };

function settle(found: Findings, visit: Visit, said: Said, choices: Choices): void {
  const { field, part, office } = said;
  const loaded = valueBefore(field, visit.preloaded, said.path) ?? null;
  if (loaded !== null && isSame(loaded, said.said)) return;
  if (isSame(office, said.said)) return;
  const isUntouched =
    office === null || (loaded === null ? visit.isRegisterUnchanged : isSame(loaded, office));
  if (!isUntouched) {
    const choice = choices[field] ?? null;
    found.conflicts.push({ field, loaded, office, fieldSays: said.said, choice });
    if (choice !== 'field') return;
  }
  found[part][field] = said.said;
  found.changes.push({ field, before: office, after: said.said });
}

const plain = (text: string | null): string =>
  (text ?? '').replace(/\s+/g, ' ').trim().toLocaleUpperCase('id');
const isSame = (one: string | null, other: string | null): boolean => plain(one) === plain(other);

function newProducts({ form, answers, preloaded }: Visit, { products }: RegisterNow): string[] {
  const known = new Set([...products, ...answeredProducts(form, preloaded)].map(plain));
  return answeredProducts(form, answers).filter((name) => !known.has(plain(name)));
}

/** A figure that was told the same before is not told again. */
function newFigures({ form, answers, visitedOn }: Visit, { figures }: RegisterNow): AnsweredFigure[] {
  return answeredFigures(form, answers, Number(visitedOn.slice(0, 4))).filter(
    (figure) =>
      !figures.some(
        (known) =>
          known.kind === figure.kind &&
          known.year === figure.year &&
          known.amount === figure.amount &&
          known.amountUpper === figure.amountUpper,
      ),
  );
}

function addIdentifiers(found: Findings, { form, answers }: Visit, now: RegisterNow): void {
  const nik = answeredIdentifier(form, answers, 'nik');
  if (nik && now.hasOwner) {
    if ('number' in nik) {
      const isKnown = now.isNik(nik.number);
      if (isKnown === null) found.owner.nik = nik.number;
      found.isNikDifferent = isKnown === false;
    } else if (now.nikAnswer !== 'known' && now.nikAnswer !== nik.answer) found.owner.nikAnswer = nik.answer;
  }
  const nib = answeredIdentifier(form, answers, 'nib');
  if (nib && 'answer' in nib && now.nibAnswer !== 'known' && now.nibAnswer !== nib.answer)
    found.enterprise.nibAnswer = nib.answer;
}

/** Taken where the register has none, or one from elsewhere: whoever stood there knows best. Six decimals are 0.1 m. */
function addPosition(found: Findings, { position, verifies }: Visit, now: RegisterNow): void {
  if (!position || !verifies) return;
  const [latitude, longitude] = [round(position.latitude), round(position.longitude)];
  if (now.latitude === latitude && now.longitude === longitude) return;
  Object.assign(found.place, { latitude, longitude });
  const text = (lat: number | null, long: number | null) => (lat === null ? null : `${lat}, ${long}`);
  found.changes.push({
    field: 'position',
    before: text(now.latitude, now.longitude),
    after: text(latitude, longitude),
  });
}
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The verdict becomes the register's, unless a later visit was checked before, or it knows less than the register. */
function addVerdict(found: Findings, { verdict, verifies, visitedOn }: Visit, now: RegisterNow): void {
  if (verdict === null || (now.verifiedOn !== null && now.verifiedOn > visitedOn)) return;
  const knowsLess = saysNothing.has(verdict) && !saysNothing.has(now.operation);
  const set = (field: 'operation' | 'standing' | 'verifiedOn', before: string | null, after: string) => {
    if (before === after) return;
    found.enterprise[field] = after;
    found.changes.push({ field, before, after });
  };
  if (!knowsLess) set('operation', now.operation, verdict);
  if (!verifies) return;
  set('standing', now.standing, 'verified');
  set('verifiedOn', now.verifiedOn, visitedOn);
}

/** Conflicts that nobody has decided yet. */
export function undecided({ conflicts }: Findings): Conflict[] {
  return conflicts.filter(({ choice }) => choice === null);
}
