import type { AreaIndex } from './area-index.ts';
import { cellText, type Row } from './cell.ts';
import { type FoundTable, isNumberingRow, titleText } from './find-table.ts';
import { type DefaultPlace, noDefaultPlace, readTitleLine, withSection } from './read-title.ts';

/** Why a row is no enterprise. Texts in messages/skip-reasons.ts. */
export const skipReasons = [
  'title',
  'header',
  'numbering',
  'repeated_header',
  'section',
  'total',
  'signature',
  'note',
  'blank',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** A data row comes with the place that title or section give it, for cells that are empty. */
export type SortedRow =
  | { readonly kind: 'data'; readonly place: DefaultPlace }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

const totals =
  /^(?:sub[\s-]?|grand\s?)?(?:jumlah|total|jml|rata-?\s?rata)(?:\s+(?:total|umkm|ukm|ikm|pelaku|pemilik|usaha|seluruh|keseluruhan|semua|desa|kel|kec|dusun|rt|rw|orang|omzet|omset|data|penerima|baris|halaman|\d).*)?[\s:.=\d]*$/i;
const signatures =
  /^(?:mengetahui|menyetujui|disetujui|diketahui|yang membuat|dibuat oleh|pembuat|petugas|pendata|pendamping|enumerator|kepala\s+(?:desa|dinas|kelurahan|dusun|bidang|seksi)|kades|lurah|camat|sekretaris|a\.?n\.?\s|u\.b\.|plt\.|ketua|nip\b|nrp\b|ttd\b|tanda tangan|stempel)|\bnip\s*[.:]?\s*\d|^[\p{L} ]{3,30},\s*(?:\d{1,2}|\.{2,}|…)\s*\p{L}*\s*(?:20\d{2})?$/iu;
const notes = /^(?:ket(?:erangan)?|catatan|note|nb|n\.b|sumber|cat)\b\s*[.:)]|^\*+\s*\)?\s*\p{L}/iu;
const sections =
  /^(?:desa|ds|kelurahan|kel|kecamatan|kec|dusun|dukuh|dk|dsn|rt|rw|lingkungan|blok|wilayah)\b/i;

/**
 * Tells enterprises from all else in a sheet, row by row and in order; one for each sheet. Reading of signatures
 * depends on what came before: a name under "Mengetahui, Kepala Desa" is no owner.
 */
export class RowSorter {
  readonly counts: Record<SkipReason | 'data', number>;
  readonly #table: FoundTable;
  readonly #titlePlace: DefaultPlace;
  readonly #areas: AreaIndex | undefined;
  readonly #nameColumns: ReadonlySet<number> | null;
  readonly #headings: readonly (readonly string[])[];
  #place: DefaultPlace;
  #next = 0;
  #isSigned = false;

  /** `nameColumns`: where names of persons or businesses stand, once that is known. */
  constructor(
    table: FoundTable,
    place: DefaultPlace = noDefaultPlace,
    more: { areas?: AreaIndex; nameColumns?: readonly number[] } = {},
  ) {
    this.counts = Object.fromEntries([...skipReasons, 'data'].map((key) => [key, 0])) as RowSorter['counts'];
    this.#table = table;
    this.#titlePlace = place;
    this.#place = place;
    this.#areas = more.areas;
    this.#nameColumns = more.nameColumns ? new Set(more.nameColumns) : null;
    this.#headings = table.headings.map(({ text, top = '' }) => [text.toLowerCase(), top.toLowerCase()]);
  }

  /** Call with every row of the sheet from its first, none left out. */
  sort(row: Row): SortedRow {
    const at = this.#next;
    this.#next += 1;
    const reason = this.#headReason(at) ?? this.#reason(row);
    this.counts[reason ?? 'data'] += 1;
    return reason === null ? { kind: 'data', place: this.#place } : { kind: 'skipped', reason };
  }

  #headReason(at: number): SkipReason | null {
    const { firstRow, headerRow, numberingRow } = this.#table;
    if (at >= firstRow) return null;
    if (at === numberingRow) return 'numbering';
    return headerRow !== null && at >= headerRow ? 'header' : 'title';
  }

  #reason(row: Row): SkipReason | null {
    const texts = row.map(cellText);
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0) return 'blank';
    // Nearly all rows of a list are full: no need to look for exceptions in them.
    if (filled.length > 4 && !this.#isSigned) {
      if (this.#repeatsHeader(texts, filled.length)) return 'repeated_header';
      if (isNumberingRow(row)) return 'numbering';
      if (filled[1] === filled[0] && new Set(filled).size === 1) return this.#single(texts, filled);
      return isTotal(filled) ? 'total' : null;
    }
    return this.#sparse(row, texts, filled);
  }

  #sparse(row: Row, texts: readonly string[], filled: readonly string[]): SkipReason | null {
    if (this.#repeatsHeader(texts, filled.length)) return 'repeated_header';
    if (isNumberingRow(row)) return 'numbering';
    if (isTotal(filled)) return 'total';
    const isIdentified = filled.some(
      (text) => /^\D{0,3}(?:\d[\s.-]?){10,16}$/.test(text) && !/nip/i.test(text),
    );
    if (!isIdentified && filled.length <= 4 && filled.some((text) => signatures.test(text))) {
      this.#isSigned = true;
      return 'signature';
    }
    if (this.#isSigned) {
      if (!isIdentified && filled.length <= 3 && !/^\d{1,6}\.?$/.test(filled[0]!)) return 'signature';
      this.#isSigned = false;
    }
    if (notes.test(filled[0]!) && filled.length <= 3) return 'note';
    if (filled.every((text) => /^\d{1,6}\.?$/.test(text)) && filled.length === 1) return 'blank';
    const distinct = new Set(filled).size;
    const isLabelled = distinct <= 3 && sections.test(filled[0]!) && /^[^:]*:/.test(titleText(filled));
    return distinct === 1 || isLabelled ? this.#single(texts, filled) : null;
  }

  /** One text on the row, be it merged over many cells: the head of a section, a note, or a bare name. */
  #single(texts: readonly string[], filled: readonly string[]): SkipReason | null {
    const text = titleText(filled);
    if (totals.test(text)) return 'total';
    const { place } = readTitleLine(text, this.#areas);
    const isPlace = place.village !== '' || place.district !== '' || place.rt !== null || place.rw !== null;
    if (isPlace && (sections.test(text) || filled.length > 1)) {
      this.#place = withSection(this.#titlePlace, place);
      return 'section';
    }
    if (sections.test(text)) return 'section';
    const column = texts.findIndex((one) => one !== '');
    const isName =
      filled.length === 1 && (this.#nameColumns === null ? column > 0 : this.#nameColumns.has(column));
    return isName ? null : 'note';
  }

  #repeatsHeader(texts: readonly string[], filled: number): boolean {
    if (filled < 2) return false;
    let same = 0;
    for (const [at, text] of texts.entries()) {
      if (text !== '' && this.#headings[at]?.includes(text.toLowerCase())) same += 1;
    }
    return same >= 2 && same >= filled * 0.6;
  }
}

/** "JUMLAH", numbers, and no name beside it: Total Laundry is a business. */
function isTotal(filled: readonly string[]): boolean {
  const total = filled.slice(0, 3).find((text) => totals.test(text));
  return total !== undefined && filled.every((text) => text === total || !/\p{L}{3}/u.test(text));
}
