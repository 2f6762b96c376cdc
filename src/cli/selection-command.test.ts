import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts';
import { aCandidate, aProblem } from '#selection/factory.ts';
import { selectSeats } from '#selection/node/select.ts';
import { makeSelectionFile } from '#selection/selection-file.ts';
import { addSelectionCommand } from './selection-command.ts';

const problem = aProblem({
  candidates: [aCandidate('adi', 0.9), aCandidate('budi', 0.8), aCandidate('candra', 0.7)],
});
let folder = '';
let said = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'selection-'));
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    said += String(line);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  await rm(folder, { recursive: true });
});

async function verify(text: string): Promise<number> {
  const path = join(folder, 'seleksi.json');
  await writeFile(path, text);
  return verifyAt(path);
}

async function verifyAt(path: string): Promise<number> {
  process.exitCode = 0;
  const program = new Command().exitOverride();
  addSelectionCommand(program);
  await program.parseAsync(['selection', 'verify', path], { from: 'user' });
  return Number(process.exitCode);
}

async function published() {
  const outcome = await selectSeats(problem);
  if (outcome.kind !== 'selected') throw new Error(outcome.kind);
  return makeSelectionFile(problem, outcome.selection);
}

test('a published list that is found again ends with 0 and says so', async () => {
  expect(await verify(JSON.stringify(await published()))).toBe(0);
  expect(said).toContain('Daftar sama persis');
  expect(said).toContain('Sertifikat benar');
});

test('the workbook of a selection is checked by the pieces on its sheet Berkas', async () => {
  const text = JSON.stringify(await published());
  const path = join(folder, 'seleksi.xlsx');
  const piece = (at: number) => text.slice(at * 100, (at + 1) * 100);
  const rows = Array.from({ length: Math.ceil(text.length / 100) }, (_, at) => [at + 1, piece(at)]);
  const columns = [{ title: 'Bagian', kind: 'number' as const }, { title: 'Isi' }];
  await writeWorkbook(path, [
    { name: 'Peringkat', columns, rows: [[1, 'lain']] },
    { name: 'Berkas', columns, rows },
  ]);
  expect(await verifyAt(path)).toBe(0);
  expect(said).toContain('Daftar sama persis');
});

test('a name exchanged afterwards ends with 1 and both names are said', async () => {
  const file = await published();
  file.selection.seats[1] = { candidate: 'candra', intake: 'a' };
  expect(await verify(JSON.stringify(file))).toBe(1);
  expect(said).toContain('Daftar BERBEDA');
  expect(said).toContain('hanya dalam berkas / only in the file: candra (a)');
  expect(said).toContain('hanya menurut hitungan ulang / only when found again: budi (a)');
  expect(said).toContain('budi: dilewati');
});

test('a file of something else is refused in words', async () => {
  await expect(verify('{"nama":"daftar"}')).rejects.toThrow('Bukan berkas seleksi');
  await expect(verify('PK')).rejects.toThrow('Bukan berkas seleksi');
});
