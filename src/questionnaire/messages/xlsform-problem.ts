import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { XlsFormProblem, XlsFormProblemCode } from '../xlsform/xlsform-problem.ts';

type Facts = { readonly value: string };
type Texts = Record<XlsFormProblemCode, string | ((facts: Facts) => string)>;

const texts = defineMessages<Texts>({
  id: {
    expression_unreadable: ({ value }: Facts) => `Rumus tidak terbaca di “${value}”.`,
    expression_unfinished: ({ value }: Facts) => `Rumus belum selesai setelah “${value}”.`,
    function_unsupported: ({ value }: Facts) => `Fungsi ${value} belum didukung.`,
    argument_count: ({ value }: Facts) => `Jumlah isian fungsi ${value} tidak pas.`,
    path_unsupported: ({ value }: Facts) =>
      `Jalur ${value} belum didukung. Sebut pertanyaannya dengan \${nama}.`,
    name_invalid: ({ value }: Facts) =>
      `Nama “${value}” tidak bisa dipakai. Mulai dengan huruf, lalu huruf, angka, atau garis bawah; tanpa spasi.`,
    name_twice: ({ value }: Facts) => `Nama ${value} dipakai dua kali. Beri nama lain.`,
    label_missing: ({ value }: Facts) => `Pertanyaan ${value} belum punya teks (label).`,
    list_missing: ({ value }: Facts) => `Pertanyaan pilihan ${value} belum menyebut daftar pilihannya.`,
    list_unknown: ({ value }: Facts) => `Daftar pilihan ${value} tidak ada di lembar choices.`,
    calculation_missing: ({ value }: Facts) => `Hitungan ${value} belum punya rumus.`,
    reference_unknown: ({ value }: Facts) => `${value} tidak ada dalam kuesioner ini.`,
    reference_is_section: ({ value }: Facts) => `${value} adalah bagian, bukan pertanyaan.`,
    reference_into_repeat: ({ value }: Facts) =>
      `${value} ada di dalam bagian berulang, jadi jawabannya banyak. Pakai sum(), count(), min(), max(), join(), atau indexed-repeat().`,
    choice_column_unknown: ({ value }: Facts) =>
      `Kolom ${value} tidak ada pada daftar pilihan ini. Untuk jawaban pertanyaan, tulis \${${value}}.`,
    self_not_here: 'Tanda titik (jawaban ini) hanya bisa dipakai di kolom constraint.',
    regex_unreadable: ({ value }: Facts) => `Pola “${value}” tidak terbaca atau tidak didukung.`,
    cycle: ({ value }: Facts) => `Pertanyaan saling menunggu: ${value}. Putuskan salah satunya.`,
    sheet_missing: ({ value }: Facts) => `Lembar ${value} tidak ada.`,
    sheet_unsupported: ({ value }: Facts) => `Lembar ${value} belum didukung. Kosongkan dulu.`,
    column_missing: ({ value }: Facts) => `Kolom ${value} tidak ada.`,
    column_unsupported: ({ value }: Facts) => `Kolom ${value} belum didukung. Kosongkan dulu.`,
    column_unknown: ({ value }: Facts) =>
      `Kolom “${value}” tidak dikenal. Periksa ejaannya, atau beri # di depan judul bila hanya catatan.`,
    column_twice: ({ value }: Facts) => `Kolom ${value} ada dua. Sisakan satu.`,
    language_unsupported: ({ value }: Facts) =>
      `Bahasa pada ${value} belum didukung. Yang bisa: Bahasa Indonesia (id) dan English (en).`,
    type_missing: 'Jenis pertanyaan (type) belum diisi.',
    type_unsupported: ({ value }: Facts) => `Jenis ${value} belum didukung.`,
    or_other_unsupported:
      'or_other belum didukung. Tambahkan pilihan “lainnya” dan satu pertanyaan teks di bawahnya.',
    appearance_unsupported: ({ value }: Facts) => `Tampilan ${value} belum didukung.`,
    parameter_unsupported: ({ value }: Facts) => `Pengaturan ${value} belum didukung.`,
    property_not_here: ({ value }: Facts) => `“${value}” tidak berarti di baris ini. Kosongkan.`,
    read_only_expression: ({ value }: Facts) =>
      `read_only hanya bisa yes atau no; rumus “${value}” belum didukung.`,
    kind_unknown: ({ value }: Facts) =>
      `Macam “${value}” tidak cocok dengan jenisnya. Yang bisa: nik, nib, phone (pada text) dan money (pada decimal atau integer).`,
    states_unknown: ({ value }: Facts) =>
      `Jawaban tanpa nilai “${value}” tidak dikenal. Yang bisa: none_yet, not_shown, declined.`,
    group_not_closed: ({ value }: Facts) => `Bagian ${value} belum ditutup.`,
    group_not_open: ({ value }: Facts) => `${value} tidak cocok dengan bagian yang sedang terbuka.`,
    choice_incomplete: 'Baris pilihan belum lengkap: perlu list_name, name, dan label.',
    choice_twice: ({ value }: Facts) => `Pilihan ${value} tertulis dua kali dalam satu daftar.`,
    choice_name_invalid: ({ value }: Facts) => `Kode pilihan “${value}” tidak boleh berisi spasi.`,
    form_id_missing: 'form_id belum diisi di lembar settings.',
    version_not_a_number: ({ value }: Facts) =>
      `Versi “${value}” harus berupa angka, misalnya 1 atau 2026031401.`,
    repeat_too_deep: ({ value }: Facts) =>
      `Pengulangan “${value}” berada terlalu dalam: paling banyak dua tingkat.`,
    no_questions: 'Tidak ada satu pun pertanyaan.',
    too_many_questions: ({ value }: Facts) => `Paling banyak ${value} pertanyaan.`,
  },
  en: {
    expression_unreadable: ({ value }) => `The expression cannot be read at “${value}”.`,
    expression_unfinished: ({ value }) => `The expression ends too early, after “${value}”.`,
    function_unsupported: ({ value }) => `The function ${value} is not supported.`,
    argument_count: ({ value }) => `${value} has too many or too few arguments.`,
    path_unsupported: ({ value }) => `The path ${value} is not supported. Name the question with \${name}.`,
    name_invalid: ({ value }) =>
      `The name “${value}” cannot be used. Begin with a letter, then letters, digits or underscores; no spaces.`,
    name_twice: ({ value }) => `The name ${value} is used twice. Choose another.`,
    label_missing: ({ value }) => `The question ${value} has no label.`,
    list_missing: ({ value }) => `The choice question ${value} does not name its list.`,
    list_unknown: ({ value }) => `There is no list ${value} on the sheet choices.`,
    calculation_missing: ({ value }) => `The calculation ${value} has no expression.`,
    reference_unknown: ({ value }) => `${value} is not in this questionnaire.`,
    reference_is_section: ({ value }) => `${value} is a section, not a question.`,
    reference_into_repeat: ({ value }) =>
      `${value} lies within a repeat and has many answers. Use sum(), count(), min(), max(), join() or indexed-repeat().`,
    choice_column_unknown: ({ value }) =>
      `This list has no column ${value}. For the answer to a question write \${${value}}.`,
    self_not_here: 'The dot (this answer) can only be used in the column constraint.',
    regex_unreadable: ({ value }) => `The pattern “${value}” cannot be read or is not supported.`,
    cycle: ({ value }) => `Questions wait for each other: ${value}. Break the circle.`,
    sheet_missing: ({ value }) => `The sheet ${value} is missing.`,
    sheet_unsupported: ({ value }) => `The sheet ${value} is not supported. Empty it first.`,
    column_missing: ({ value }) => `The column ${value} is missing.`,
    column_unsupported: ({ value }) => `The column ${value} is not supported. Empty it first.`,
    column_unknown: ({ value }) =>
      `The column “${value}” is not known. Check its spelling, or begin the heading with # if it is a remark.`,
    column_twice: ({ value }) => `The column ${value} is there twice. Keep one.`,
    language_unsupported: ({ value }) =>
      `The language of ${value} is not supported. Possible: Bahasa Indonesia (id) and English (en).`,
    type_missing: 'The type of the question is missing.',
    type_unsupported: ({ value }) => `The type ${value} is not supported.`,
    or_other_unsupported: 'or_other is not supported. Add a choice “other” and a text question below it.',
    appearance_unsupported: ({ value }) => `The appearance ${value} is not supported.`,
    parameter_unsupported: ({ value }) => `The parameter ${value} is not supported.`,
    property_not_here: ({ value }) => `“${value}” means nothing in this row. Empty the cell.`,
    read_only_expression: ({ value }) =>
      `read_only is yes or no; the expression “${value}” is not supported.`,
    kind_unknown: ({ value }) =>
      `The kind “${value}” does not fit the type. Possible: nik, nib, phone (of text) and money (of decimal or integer).`,
    states_unknown: ({ value }) =>
      `The answer without a value “${value}” is not known. Possible: none_yet, not_shown, declined.`,
    group_not_closed: ({ value }) => `The section ${value} is never closed.`,
    group_not_open: ({ value }) => `${value} does not match the section that is open.`,
    choice_incomplete: 'The choice is incomplete: list_name, name and label are needed.',
    choice_twice: ({ value }) => `The choice ${value} is there twice in one list.`,
    choice_name_invalid: ({ value }) => `The code “${value}” of a choice must have no spaces.`,
    form_id_missing: 'form_id is missing on the sheet settings.',
    version_not_a_number: ({ value }) => `The version “${value}” must be a number, such as 1 or 2026031401.`,
    repeat_too_deep: ({ value }) => `The repeat “${value}” lies too deep: two levels at the most.`,
    no_questions: 'There is not one question.',
    too_many_questions: ({ value }) => `No more than ${value} questions.`,
  },
});

const places = defineMessages({
  id: {
    sheet: 'lembar',
    row: 'baris',
    column: 'kolom',
  },
  en: { sheet: 'sheet', row: 'row', column: 'column' },
});

/** What is wrong, in words: "Jenis audio belum didukung." */
export function xlsFormProblemText(problem: XlsFormProblem, locale: Locale): string {
  const text = messagesFor(texts, locale)[problem.code];
  return typeof text === 'string' ? text : text({ value: problem.value });
}

/** Where it stands: "lembar survey, baris 12, kolom relevant". */
export function xlsFormProblemPlace({ sheet, row, column }: XlsFormProblem, locale: Locale): string {
  const words = messagesFor(places, locale);
  const parts = [`${words.sheet} ${sheet}`];
  if (row !== null) parts.push(`${words.row} ${row}`);
  if (column !== null) parts.push(`${words.column} ${column}`);
  return parts.join(', ');
}
