/** How much one file may ask of the machine; each limit has a refusal of its own. */
export interface SpreadsheetLimits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of an .xls or XML workbook, which must be held in memory whole. */
  legacyFileBytes: number;
  /** Rows with any content, over all sheets. */
  rows: number;
  columns: number;
  sheets: number;
  /** Characters in one cell; Excel itself stops at 32,767. */
  cellCharacters: number;
  /** Characters of all cells together; a small .xlsx can name one long text a million times. */
  characters: number;
  /** Bytes of one part of a zipped workbook per byte packed, judged only above `freePartBytes`. */
  expansionRatio: number;
  freePartBytes: number;
  /** Bytes of all parts of a zipped workbook together, once unpacked. */
  expandedBytes: number;
  /** Parts (files) inside a zipped workbook. */
  archiveParts: number;
  /** Bytes of distinct cell texts of an .xlsx, held in memory while its sheets are read. */
  sharedTextBytes: number;
  /** Milliseconds that the thread reading an .xls may go without an answer. */
  legacyMilliseconds: number;
  /** Megabytes of heap for that thread. */
  legacyMegabytes: number;
}

const MB = 1024 * 1024;

/** Twice what the largest known list needs (105,000 rows), and no more than a 4 GB laptop bears. */
export const DEFAULT_LIMITS: SpreadsheetLimits = {
  fileBytes: 100 * MB,
  legacyFileBytes: 48 * MB,
  rows: 200_000,
  columns: 300,
  sheets: 100,
  cellCharacters: 32_767,
  characters: 512_000_000,
  expansionRatio: 200,
  freePartBytes: 8 * MB,
  expandedBytes: 2048 * MB,
  archiveParts: 5_000,
  sharedTextBytes: 384 * MB,
  legacyMilliseconds: 60_000,
  legacyMegabytes: 1024,
};
