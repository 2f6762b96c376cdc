import { fieldMessage, fieldMessages } from '#kernel/field-code.ts';
import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { halalWarningText } from '#kernel/statutory/halal-certificate.ts';
import { nikWarningText } from '#kernel/statutory/nik-warning.ts';
import {
  type ListProblemCode,
  listProblems,
  type ProblemCode,
  type RowProblem,
} from '../rules/list-problems.ts';

type Facts = {
  /** What stood in the cell. */
  readonly value: string;
  readonly count: number;
  /** Villages to choose from, joined; '' when none is near. */
  readonly options: string;
};
type Texts = Record<ListProblemCode, string | ((facts: Facts) => string)>;

const texts = defineMessages<Texts>({
  id: {
    name_missing: 'Nama pemilik dan nama usaha kosong. Isi salah satu.',
    name_is_number: ({ value }: Facts) =>
      `Di kolom nama tertulis angka (${value}). Mungkin tertukar dengan kolom sebelahnya.`,
    nik_too_short: ({ count }: Facts) =>
      `NIK kurang ${count} angka. Cocokkan dengan KTP, atau kosongkan bila KTP tidak ada.`,
    nik_too_long: ({ count }: Facts) =>
      `NIK lebih ${count} angka. Cocokkan dengan KTP, atau kosongkan bila KTP tidak ada.`,
    nik_maybe_rounded:
      'Angka terakhir nomor ini mungkin diubah Excel menjadi 0, jadi tidak dipakai. Cocokkan dengan kartunya.',
    birth_date_unlikely:
      'Umur menurut tanggal lahir ini tidak wajar, jadi tidak dipakai. Cocokkan dengan KTP.',
    sex_unclear: ({ value }: Facts) => `Jenis kelamin “${value}” tidak dikenali. Tulis L atau P.`,
    sex_marked_twice: 'Tanda laki-laki dan perempuan sama-sama terisi. Pilih satu.',
    village_unknown: ({ value, options }: Facts) =>
      options === ''
        ? `Tidak ada desa atau kelurahan bernama “${value}” di sini. Tulis nama resminya.`
        : `Tidak ada desa atau kelurahan bernama “${value}” di sini. Mungkin maksudnya: ${options}.`,
    village_ambiguous: ({ value, options }: Facts) =>
      `Ada lebih dari satu “${value}”: ${options}. Isi kecamatannya.`,
    village_code_differs: ({ options }: Facts) =>
      `Kode wilayah dan nama desa tidak cocok: ${options}. Betulkan salah satunya.`,
    village_missing: 'Desa atau kelurahan belum diisi.',
    village_respelled: ({ value, options }: Facts) => `“${value}” dibaca sebagai ${options}.`,
    district_differs: ({ value, options }: Facts) =>
      `Kecamatan “${value}” tidak cocok dengan desanya. Dipakai: ${options}.`,
    village_from_address: ({ options }: Facts) => `Desa diambil dari alamat: ${options}. Periksa sekilas.`,
    other_area: ({ value, options }: Facts) =>
      `Baris ini milik daerah lain (${options === '' ? value : options}). Tidak dimasukkan ke data kantor ini.`,
    period_not_yearly:
      'Omzet per hari tidak bisa dijadikan setahun tanpa tahu hari bukanya. Isi aslinya tetap disimpan.',
    amount_at_least: 'Tertulis “ke atas”: yang dicatat batas bawahnya.',
    kbli_not_in_table: ({ value }: Facts) =>
      `Kode KBLI ${value} tidak ada di tabel edisi ini. Isi aslinya tetap disimpan.`,
    phone_part_unread: 'Salah satu nomor di sel ini tidak terbaca. Nomor lainnya sudah masuk.',
    position_swapped: 'Lintang dan bujur tertukar. Sudah dibalik.',
    position_outside: 'Titik koordinat ini di luar Indonesia atau tidak lengkap, jadi tidak dipakai.',
    text_shortened: 'Teksnya terlalu panjang. Dipotong; isi lengkapnya tetap disimpan.',
  },
  en: {
    name_missing: 'Neither owner nor business is named. Fill in one of them.',
    name_is_number: ({ value }: Facts) =>
      `The name column holds a number (${value}). It may have been swapped with its neighbour.`,
    nik_too_short: ({ count }: Facts) =>
      `The NIK lacks ${count} ${count === 1 ? 'digit' : 'digits'}. Compare with the ID card, or leave it empty if there is none.`,
    nik_too_long: ({ count }: Facts) =>
      `The NIK has ${count} ${count === 1 ? 'digit' : 'digits'} too many. Compare with the ID card, or leave it empty if there is none.`,
    nik_maybe_rounded:
      'Excel may have turned the last digit of this number into 0, so it is not used. Compare with the card.',
    birth_date_unlikely:
      'The age by this birth date is not plausible, so it is not used. Compare with the ID card.',
    sex_unclear: ({ value }: Facts) => `The sex “${value}” is not recognised. Write L (male) or P (female).`,
    sex_marked_twice: 'Both male and female are marked. Choose one.',
    village_unknown: ({ value, options }: Facts) =>
      options === ''
        ? `There is no village called “${value}” here. Write its official name.`
        : `There is no village called “${value}” here. It may be: ${options}.`,
    village_ambiguous: ({ value, options }: Facts) =>
      `There is more than one “${value}”: ${options}. Fill in the district.`,
    village_code_differs: ({ options }: Facts) =>
      `Area code and village name do not match: ${options}. Correct one of them.`,
    village_missing: 'The village is not filled in yet.',
    village_respelled: ({ value, options }: Facts) => `“${value}” was read as ${options}.`,
    district_differs: ({ value, options }: Facts) =>
      `The district “${value}” does not fit the village. Used: ${options}.`,
    village_from_address: ({ options }: Facts) =>
      `The village was taken from the address: ${options}. Have a quick look.`,
    other_area: ({ value, options }: Facts) =>
      `This row belongs to another area (${options === '' ? value : options}). It is not put into this office’s data.`,
    period_not_yearly:
      'Sales by the day cannot be made a year without knowing the days open. The original entry is kept.',
    amount_at_least: 'It says “or more”: the lower bound is recorded.',
    kbli_not_in_table: ({ value }: Facts) =>
      `KBLI code ${value} is not in the table of this edition. The original entry is kept.`,
    phone_part_unread: 'One of the numbers in this cell cannot be read. The others have come in.',
    position_swapped: 'Latitude and longitude were swapped. They have been put right.',
    position_outside: 'This position is outside Indonesia or incomplete, so it is not used.',
    text_shortened: 'The text is too long. It was cut; the full entry is kept.',
  },
});

/** What happened, what was kept, and what to do, for one problem of one row. */
export function problemMessage(
  problem: Pick<RowProblem, 'code' | 'value' | 'count' | 'options'>,
  locale: Locale,
): string {
  const { code, value, count = 0, options = [] } = problem;
  if (!isListCode(code)) return sharedMessage(code, locale);
  const text = messagesFor(texts, locale)[code];
  const named = options.map(({ name }) => name).join(locale === 'id' ? '; atau ' : '; or ');
  return typeof text === 'string' ? text : text({ value, count, options: named });
}

function isListCode(code: ProblemCode): code is ListProblemCode {
  return code in listProblems;
}

function sharedMessage(code: Exclude<ProblemCode, ListProblemCode>, locale: Locale): string {
  if (code in fieldMessages.id) return fieldMessage(code as Parameters<typeof fieldMessage>[0], locale);
  if (code === 'unusual_form' || code === 'decree_number' || code === 'month_impossible')
    return halalWarningText(code, locale);
  return nikWarningText(code as Parameters<typeof nikWarningText>[0], locale);
}
