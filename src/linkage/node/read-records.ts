import { stat } from 'node:fs/promises';
import type { Transform } from '../likeness/transforms.ts';
import { type Table, TableBuilder } from '../table.ts';
import { PlainRefusal } from './plain-refusal.ts';
import { type CsvHead, type CsvRemarks, openCsv, readCsvRows } from './read-csv.ts';
import { RecordIds } from './record-ids.ts';

export type Records = {
  table: Table;
  ids: RecordIds;
  /** What is worth telling of the files, in words. */
  remarks: string[];
};

export type ReadingOptions = {
  /** The column that holds the id; where nobody says, a column of a customary name, or else the row's number. */
  id?: string;
  /** Whether the id is compared like other columns. */
  comparesId?: boolean;
  transforms?: Readonly<Record<string, Transform>>;
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
};

const CUSTOMARY_IDS = ['id', 'rec_id', 'record_id', 'unique_id'];

/**
 * Reads one file, or two as left and right, into a table of the columns that all of them have.
 * @throws PlainRefusal
 */
export async function readRecords(paths: readonly string[], options: ReadingOptions): Promise<Records> {
  const heads = await Promise.all(paths.map(openCsv));
  const idNames = heads.map((head) => idColumnOf(head, options.id));
  const isId = (name: string) => idNames.includes(name) && !options.comparesId;
  const names = heads[0]!.names.filter(
    (name) => !isId(name) && heads.every((head) => head.names.includes(name)),
  );
  if (names.length === 0)
    throw new PlainRefusal('Tidak ada kolom yang sama. / The files have no column in common.');
  const builder = new TableBuilder(names);
  const ids = new RecordIds();
  const remarks: string[] = [];
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [at, head] of heads.entries()) {
    if (at === 1) {
      builder.beginRight();
      ids.beginRight();
    }
    const read = await addRows(head, idNames[at]!, builder, ids, names, {
      ...options,
      onProgress: (done) => options.onProgress?.(before + done, total),
    });
    before += sizes[at]!;
    remarks.push(...remarksOn(head, idNames[at]!, names, isId, read));
  }
  return { table: builder.finish(options.transforms), ids, remarks };
}

function addRows(
  head: CsvHead,
  idName: string | null,
  builder: TableBuilder,
  ids: RecordIds,
  names: readonly string[],
  { signal, onProgress }: { signal?: AbortSignal; onProgress: (done: number) => void },
): Promise<CsvRemarks> {
  const places = names.map((name) => head.names.indexOf(name));
  const idPlace = idName === null ? -1 : head.names.indexOf(idName);
  const cells: (string | undefined)[] = new Array(places.length);
  return readCsvRows(
    head,
    (row, at) => {
      ids.add(idPlace < 0 ? String(at + 1) : row[idPlace], `${head.path}, baris / row ${at + 1}`);
      for (let place = 0; place < places.length; place += 1) cells[place] = row[places[place]!];
      builder.add(cells);
    },
    { ...(signal ? { signal } : {}), onBytes: onProgress },
  );
}

function idColumnOf(head: CsvHead, wanted: string | undefined): string | null {
  if (wanted === undefined) return CUSTOMARY_IDS.find((name) => head.names.includes(name)) ?? null;
  if (head.names.includes(wanted)) return wanted;
  throw new PlainRefusal(
    `Kolom id "${wanted}" tidak ada di ${head.path}. / ${head.path} has no id column "${wanted}"; its columns: ${head.names.join(', ')}.`,
  );
}

function remarksOn(
  head: CsvHead,
  idName: string | null,
  names: readonly string[],
  isId: (name: string) => boolean,
  { rows, ragged, badQuotes, unreadableLetters }: CsvRemarks,
): string[] {
  const left = head.names.filter((name) => !names.includes(name) && !isId(name) && name !== idName);
  const all: [boolean, string, string][] = [
    [rows === 0, 'tidak ada baris', 'no rows'],
    [
      idName === null,
      'tidak ada kolom id, nomor baris dipakai',
      'no id column, row numbers are used (1 is the first)',
    ],
    [
      ragged > 0,
      `${ragged} baris tidak sepanjang judulnya`,
      `${ragged} rows have more or fewer values than columns`,
    ],
    [
      badQuotes > 0,
      `${badQuotes} tanda kutip tidak berpasangan`,
      `${badQuotes} quotation marks do not fit together`,
    ],
    [unreadableLetters, 'ada huruf yang bukan UTF-8', 'some letters are not UTF-8'],
    [
      left.length > 0,
      `kolom hanya di berkas ini: ${left.join(', ')}`,
      `columns only in this file are left out`,
    ],
  ];
  return all
    .filter(([is]) => is)
    .map(([, indonesian, english]) => `${head.path}: ${indonesian} / ${english}`);
}
