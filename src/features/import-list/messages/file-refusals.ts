import type { Inspection } from '../rules/inspection.ts';
import { sheetSkipText } from './reading-messages.ts';

type Refusal = { readonly code: string; readonly id: string; readonly en: string };

/** The file opens, but no sheet of it is a list of people or businesses. */
export function noList(sheets: Inspection['skippedSheets']): Refusal {
  const named = (locale: 'id' | 'en') =>
    sheets
      .slice(0, 5)
      .map(({ name, reason }) => `“${name}”: ${sheetSkipText(reason, locale)}`)
      .join(' ');
  return {
    code: 'no-list',
    id: `Tidak ada daftar usaha yang ditemukan di berkas ini. ${named('id')} Pastikan ada judul kolom seperti “Nama” dan “Alamat”, lalu unggah lagi.`,
    en: `No list of enterprises was found in this file. ${named('en')} Make sure that columns have headings such as “Nama” and “Alamat”, then upload it again.`,
  };
}

/** What came back is not the sheet of rejected rows of this list. */
export const notTheMendedSheet: Refusal = {
  code: 'not-the-mended-sheet',
  id: 'Ini bukan lembar perbaikan dari daftar ini. Unduh lembar “Perlu diperbaiki”, betulkan di dalamnya tanpa menghapus kolom ID barisnya, lalu unggah lembar itu.',
  en: 'This is not the sheet to be mended of this list. Download “Perlu diperbaiki”, correct the rows in it without removing the column of row ids, and upload that sheet.',
};
