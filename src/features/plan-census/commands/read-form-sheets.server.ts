import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import type { Sheets } from '#questionnaire/xlsform/xlsform-problem.ts';

/** No questionnaire is longer; what is was not meant as one. */
const limits = { maxRows: 20_000, maxCharacters: 10_000 } as const;

/**
 * The sheets of a spreadsheet as texts, with empty rows kept so that row numbers are those people see. Null: this is no
 * spreadsheet that can be read.
 */
export async function readFormSheets(file: File): Promise<Sheets | null> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-form-'));
  try {
    const path = join(folder, 'form');
    await writeFile(path, Buffer.from(await file.arrayBuffer()));
    const sheets: Record<string, string[][]> = {};
    const names: string[] = [];
    for await (const event of readSpreadsheet(path, { originalName: file.name })) {
      if (event.type === 'sheet') {
        names[event.sheet.index] = event.sheet.name;
        sheets[event.sheet.name] = [];
      }
      if (event.type === 'rows') {
        const rows = sheets[names[event.sheet] ?? ''] ?? [];
        for (const [at, cells] of event.rows.entries()) {
          const row = event.rowNumbers[at] ?? 0;
          if (row > limits.maxRows) return null;
          while (rows.length < row - 1) rows.push([]);
          if (cells.some((cell) => String(cell ?? '').length > limits.maxCharacters)) return null;
          rows[row - 1] = cells.map((cell) => (cell === null ? '' : String(cell)));
        }
      }
      if (event.type === 'refused') return null;
    }
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
