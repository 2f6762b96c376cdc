import { defineMessages, type Locale, messagesFor } from '../language.ts';
import { done, type Parsed, unparsed } from '../refusal.ts';

const texts = defineMessages({
  id: {
    unusual_form: 'Nomor sertifikat halal biasanya ID diikuti 17 angka. Cocokkan dengan berkasnya.',
    decree_number: 'Ini nomor ketetapan (KH), bukan nomor sertifikat. Cari nomor yang diawali ID.',
    month_impossible: 'Empat angka terakhir biasanya bulan dan tahun. Cocokkan dengan berkasnya.',
  },
  en: {
    unusual_form: 'A halal certificate number is usually ID and 17 digits. Compare with the document.',
    decree_number:
      'This is the decree number (KH), not the certificate number. Look for the one that begins with ID.',
    month_impossible: 'The last four digits are usually month and year. Compare with the document.',
  },
});

export type HalalWarning = keyof (typeof texts)['id'];

export type HalalCertificate = {
  readonly number: string;
  /** The month printed at the end of the number (MMYY); null when it cannot be read. */
  readonly month: { readonly year: number; readonly month: number } | null;
  readonly warnings: readonly HalalWarning[];
};

/**
 * Reads a halal certificate number: `ID` + 17 digits of which the last four are MMYY. The form is not
 * settled (the meaning of digits 3–4 is unknown), so anything else is kept with a warning.
 * Refuses only: blank.
 */
export function parseHalalCertificate(text: string): Parsed<HalalCertificate> {
  const number = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^['`’]/, '')
    .replace(/[\s.\-–]/g, '');
  if (number === '') return unparsed('blank');
  if (/KH\d/.test(number)) return done({ number, month: null, warnings: ['decree_number'] });
  const match = number.match(/^ID\d{13}(\d{2})(\d{2})$/);
  if (!match) return done({ number, month: null, warnings: ['unusual_form'] });
  const month = Number(match[1]);
  if (month < 1 || month > 12) return done({ number, month: null, warnings: ['month_impossible'] });
  return done({ number, month: { year: 2000 + Number(match[2]), month }, warnings: [] });
}

export function halalWarningText(warning: HalalWarning, locale: Locale): string {
  return messagesFor(texts, locale)[warning];
}
