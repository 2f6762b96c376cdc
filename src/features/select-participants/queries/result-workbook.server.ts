import type { Readable } from 'node:stream';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { resultSheets, type Told } from '../rules/result-sheets.ts';

/** The workbook of a result, made while it is read. */
export const resultWorkbook = (told: Told): Readable => workbookStream(resultSheets(told));
