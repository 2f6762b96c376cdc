import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpreadsheet } from './read-spreadsheet.ts';
import type { SpreadsheetEvent } from './spreadsheet-event.ts';
import { corruptFiles } from './testing/corrupt-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gawangan-corrupt-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readToEnd(fileName: string, bytes: Buffer) {
  const path = join(folder, 'upload');
  await writeFile(path, bytes);
  let rows = 0;
  let last: SpreadsheetEvent | undefined;
  for await (const event of readSpreadsheet(path, { originalName: fileName })) {
    if (event.type === 'rows') rows += event.rows.length;
    last = event;
  }
  return { rows, last };
}

describe('a troublesome file is read with notes or refused in plain words, and never brings the reader down', () => {
  const files = corruptFiles();

  it('holds at least thirty different files', () => {
    expect(new Set(files.map((file) => file.what)).size).toBe(files.length);
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  it.each(files)('$what', async ({ fileName, bytes, expected }) => {
    const heapBefore = process.memoryUsage().rss;
    const { rows, last } = await readToEnd(fileName, bytes());
    if ('refused' in expected) {
      expect(last).toMatchObject({ type: 'refused', refusal: { code: expected.refused } });
      if (last?.type === 'refused') {
        expect(last.refusal.message.id.length).toBeGreaterThan(20);
        expect(last.refusal.message.en).not.toBe(last.refusal.message.id);
        expect(last.refusal.message.id).not.toMatch(/undefined|NaN/);
      }
    } else {
      expect(last).toMatchObject({ type: 'end', rowCount: expected.rows });
      expect(rows).toBe(expected.rows);
      const codes = last?.type === 'end' ? last.notes.map((note) => note.code) : [];
      expect(codes).toEqual(expect.arrayContaining(expected.notes ?? []));
    }
    expect(process.memoryUsage().rss - heapBefore).toBeLessThan(400 * 1024 * 1024);
  });
});
