import type { PlainDate } from '#kernel/calendar.ts';
import { parseDate } from '#kernel/parse-date.ts';
import { parseBpom } from '#kernel/statutory/bpom.ts';
import { parseHalalCertificate } from '#kernel/statutory/halal-certificate.ts';
import { type Kbli, parseKbli } from '#kernel/statutory/kbli.ts';
import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNpwp } from '#kernel/statutory/npwp.ts';
import { parsePirt } from '#kernel/statutory/pirt.ts';
import { type UmkmScale, umkmScales } from '#kernel/statutory/scale.ts';
import { guessSector } from './guess-sector.ts';
import type { ListContext } from './list-context.ts';
import type { RowReading } from './row-reading.ts';
import { splitProducts } from './split-products.ts';
import type { StagedEvidence, StagedRecord } from './staged-record.ts';
import { statedAnswer } from './stated-answer.ts';

type Enterprise = StagedRecord['enterprise'];

const longestActivityInName = 60;

/** Reads what the business is and does. Needs at least one of the two names. */
export function readEnterprise(
  reading: RowReading,
  names: { readonly business: string | null; readonly owner: string | null },
  context: ListContext,
): Enterprise {
  const sectorText = reading.text('sector');
  const activity =
    reading.shortText('activity', 500) ?? (sectorText === '' ? null : sectorText.slice(0, 500));
  const products = splitProducts(reading.cells('product').map(({ text }) => text));
  const words = activity ?? products[0] ?? names.business ?? '';
  const stated = readKbli(reading, context);
  const guessed = stated === null && words !== '' ? context.kbli.guess(words) : null;
  const kbli = stated ? { ...stated, isGuessed: false } : guessed ? { ...guessed, isGuessed: true } : null;
  const { nib, nibAnswer } = readNib(reading);
  return {
    name: names.business ?? madeName(activity ?? products[0] ?? null, names.owner),
    isNameMade: names.business === null,
    brand: reading.shortText('brand', 200),
    activity,
    products,
    sector: sectorOf(
      [sectorText, activity ?? '', products.join(' '), names.business ?? ''],
      stated,
      guessed,
      context,
    ),
    kbli,
    nib,
    nibAnswer,
    legalForm: reading.shortText('legal_form', 100),
    reportedScale: readScale(reading),
    startedOn: readStart(reading, context.listDate),
  };
}

/** "Batik tulis Siti Aminah" for a row that names only the owner. */
function madeName(activity: string | null, owner: string | null): string {
  if (owner === null) return '';
  return activity === null || activity.length > longestActivityInName
    ? owner
    : `${activity} ${owner}`.slice(0, 200);
}

/** A code that was stated says more than words, and words more than the code guessed from them. */
function sectorOf(
  texts: readonly string[],
  stated: Kbli | null,
  guessed: Kbli | null,
  { kbli }: ListContext,
): Enterprise['sector'] {
  const byCode = stated === null ? 'other' : kbli.sectorOf(stated);
  if (byCode !== 'other') return byCode;
  for (const text of texts) {
    const sector = text === '' ? null : guessSector(text);
    if (sector !== null) return sector;
  }
  return guessed === null ? 'other' : kbli.sectorOf(guessed);
}

function readKbli(reading: RowReading, { kbli, kbliVersion }: ListContext): Kbli | null {
  const parsed = reading.parse('kbli', (text) => parseKbli(text, kbliVersion));
  if (parsed === null) return null;
  if (kbli.has(parsed)) return parsed;
  // A sheet drops the zero of 01111; four digits are a code too, so the longer one is tried only now.
  const padded = { version: parsed.version, code: `0${parsed.code}` };
  if (parsed.code.length === 4 && kbli.has(padded)) return padded;
  reading.report('kbli', 'kbli_not_in_table');
  return null;
}

function readNib(reading: RowReading): Pick<Enterprise, 'nib' | 'nibAnswer'> {
  const text = reading.text('nib');
  if (text === '') return { nib: null, nibAnswer: null };
  const parsed = parseNib(text);
  if (parsed.ok) return { nib: parsed.value, nibAnswer: null };
  const nibAnswer = statedAnswer(text);
  if (nibAnswer === null && !isLetterNumber(text)) reading.refuse('nib', parsed.refusal);
  return { nib: null, nibAnswer };
}

/** "503/121/SKU/2021": the number of a letter, which a column "NIB/SKU" may hold as well. */
const isLetterNumber = (text: string) => /\d/.test(text) && /\p{L}{2}|\//u.test(text) && !/^nib/i.test(text);

function readScale(reading: RowReading): UmkmScale | null {
  const text = reading.text('scale').toLowerCase();
  return text === '' ? null : (umkmScales.find((scale) => text.includes(scale)) ?? null);
}

/** Day, or first of month or year, on which the business began: one column, or month and year apart. */
function readStart(reading: RowReading, today: PlainDate): PlainDate | null {
  const field = reading.text('started_on') === '' ? 'start_year' : 'started_on';
  const text = reading.text(field).replace(/\.0$/, '');
  if (text === '') return null;
  const month = field === 'start_year' ? reading.text('start_month').replace(/\.0$/, '') : '';
  const attempts = [text, `1 ${text}`, `1/${text}`, `1 Jan ${text}`];
  if (month !== '') attempts.unshift(`1 ${month} ${text}`, `1/${month}/${text}`);
  // Five digits are a day number of Excel only where a day belongs.
  for (const attempt of /^\d{1,3}$/.test(text) ? [] : attempts) {
    const parsed = parseDate(attempt, today, 'past');
    if (parsed.ok) return parsed.value;
  }
  const parsed = parseDate(text, today, 'past');
  reading.refuse(
    field,
    parsed.ok || parsed.refusal === 'date_incomplete' ? 'date_unreadable' : parsed.refusal,
  );
  return null;
}

/** Numbers of licences. Words without a digit ("ada", "proses") say no number and stay in the original row. */
export function readEvidences(reading: RowReading): StagedEvidence[] {
  const evidences: StagedEvidence[] = [];
  const add = (kind: StagedEvidence['kind'], number: string | null) => {
    if (number !== null) evidences.push({ kind, number: number.slice(0, 100) });
  };
  const hasNumber = (field: Parameters<RowReading['text']>[0]) => /\d/.test(reading.text(field));
  if (hasNumber('npwp')) {
    const npwp = reading.parse('npwp', parseNpwp);
    // A citizen's NPWP is the NIK, and has its own place.
    if (npwp !== null && npwp.kind !== 'nik') add('npwp', npwp.number);
  }
  if (hasNumber('pirt')) add('pirt', reading.parse('pirt', parsePirt));
  if (hasNumber('bpom')) add('bpom', reading.parse('bpom', parseBpom));
  if (hasNumber('sni')) add('sni', reading.text('sni'));
  if (hasNumber('halal')) {
    const halal = reading.parse('halal', parseHalalCertificate);
    for (const warning of halal?.warnings ?? []) reading.report('halal', warning);
    add('halal', halal?.number ?? null);
  }
  const nib = reading.text('nib');
  if (isLetterNumber(nib) && !parseNib(nib).ok) add('other', nib);
  for (const { text } of reading.cells('legality')) if (/\d/.test(text)) add('other', text);
  return evidences;
}
