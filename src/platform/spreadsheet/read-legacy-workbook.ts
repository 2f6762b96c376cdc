import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { LegacyAnswer, LegacyRequest, LegacySheet } from './legacy-workbook-worker.ts';
import { MergedCells } from './merged-cells.ts';
import { type ReadingContext, RowBatcher } from './row-batcher.ts';
import type { SheetInfo, SpreadsheetEvent } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';

/**
 * Reads what no streaming library can: .xls of Excel 95–2003 and its XML form. SheetJS does so, and must hold the file
 * in memory; therefore it runs in a thread with a heap and a time of its own, both small enough that a hostile file
 * ends that thread and nothing else.
 */
export async function* readLegacyWorkbook(
  path: string,
  bytes: number,
  kind: 'xls' | 'xml-spreadsheet',
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const { limits, notes } = context;
  const request: LegacyRequest = { path, rows: limits.rows, columns: limits.columns };
  const worker = new Worker(threadFile(), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.legacyMegabytes },
    stdout: true,
    stderr: true,
  });
  try {
    const opened = await nextAnswer(worker, limits.legacyMilliseconds);
    if (opened.type === 'failed')
      throw new RefusedFile(opened.locked ? 'password-protected' : 'damaged-file', { reason: opened.reason });
    if (opened.type !== 'sheets') throw new Error(`unexpected answer ${opened.type}`);
    if (opened.sheets.length > limits.sheets)
      throw new RefusedFile('too-many-sheets', { found: opened.sheets.length, limit: limits.sheets });
    if (opened.macros) notes.add('macros-ignored');
    const infos = opened.sheets.map(
      ({ name, hidden, rows }, index): SheetInfo => ({ index, name, hidden, estimatedRows: rows }),
    );
    yield { type: 'file', kind, bytes, sheets: infos };

    const total = opened.sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
    let done = 0;
    let current = -1;
    let batcher: RowBatcher | undefined;
    let merges: MergedCells | undefined;
    for (;;) {
      worker.postMessage('next');
      const answer = await nextAnswer(worker, limits.legacyMilliseconds);
      if (answer.type !== 'rows') return;
      if (answer.sheet !== current) {
        current = answer.sheet;
        const info = infos[current] as SheetInfo;
        yield { type: 'sheet', sheet: info };
        batcher = new RowBatcher(info, context);
        merges = new MergedCells((opened.sheets[current] as LegacySheet).merges, limits.columns);
      }
      for (const { row, cells, marks, hidden } of answer.rows) {
        merges?.fill(row, cells, batcher as RowBatcher);
        for (const [column, mark] of marks) batcher?.mark(row, column, mark);
        batcher?.add(row, cells, hidden);
      }
      for (const row of answer.formulasWithoutValue)
        notes.add('formula-without-value', { sheet: infos[current]?.name, row });
      done += answer.rows.length;
      yield* (batcher as RowBatcher).take(done / Math.max(1, total));
    }
  } finally {
    await worker.terminate();
  }
}

/**
 * Where the thread's code lies: beside this file in the source; in a build it is an entry of its own, named alike,
 * beside the bundle or above its folder of shared pieces.
 */
function threadFile(): URL {
  const name = 'legacy-workbook-worker';
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map(
    (place) => new URL(place, import.meta.url),
  );
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error(`${name} is missing: the build must list it among its entries`);
  return found;
}

/** The thread's next answer; a thread that dies or falls silent becomes a refusal. */
function nextAnswer(worker: Worker, milliseconds: number): Promise<LegacyAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => settle(() => reject(new RefusedFile('took-too-long', { reason: 'time' }))),
      milliseconds,
    );
    const onMessage = (answer: LegacyAnswer) => settle(() => resolve(answer));
    const onError = (error: Error) => {
      const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(() => reject(outOfMemory ? new RefusedFile('took-too-long', { reason: 'memory' }) : error));
    };
    const onExit = () =>
      settle(() => reject(new RefusedFile('damaged-file', { reason: 'the reading thread ended early' })));
    function settle(finish: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
