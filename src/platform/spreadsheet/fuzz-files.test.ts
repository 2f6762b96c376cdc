import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { odsBytes, SMALL_LIST, workbookParts } from './testing/workbook-bytes.ts';
import { type ZipPart, zipBytes } from './testing/zip-bytes.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gawangan-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Numbers from 0 to below `limit`, the same on every run. */
function dice(seed: number) {
  let state = seed;
  return (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Replaces, drops or doubles a few bytes. */
function mutate(bytes: Buffer, roll: (limit: number) => number): Buffer {
  let result = Buffer.from(bytes);
  for (let times = 1 + roll(4); times > 0; times--) {
    const at = roll(result.length);
    const length = 1 + roll(20);
    if (roll(3) === 0) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (roll(2) === 0)
      result = Buffer.concat([
        result.subarray(0, at),
        result.subarray(roll(at + 1), at + length),
        result.subarray(at),
      ]);
    else result[at] = roll(4) === 0 ? roll(256) : (Buffer.from('<>"\'&;=0-9r/')[roll(12)] as number);
  }
  return result;
}

const PARTS = workbookParts({
  sheets: [{ name: 'Daftar', rows: SMALL_LIST, after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' }],
  sharedTexts: ['a', 'b'],
  formats: ['dd/mm/yyyy', '"0"#'],
});
const RUNS = Number(process.env.FUZZ_RUNS ?? 150);

const KINDS: [string, (roll: (limit: number) => number) => Buffer][] = [
  [
    'xlsx with mutated XML',
    (roll) => {
      const victim = roll(PARTS.length);
      return zipBytes(
        PARTS.map(
          (part, i): ZipPart =>
            i === victim ? { ...part, data: mutate(Buffer.from(part.data), roll) } : part,
        ),
      );
    },
  ],
  ['xlsx with mutated bytes', (roll) => mutate(zipBytes(PARTS), roll)],
  [
    'ods with mutated XML',
    (roll) => {
      const row =
        '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Siti<text:s/></text:p></table:table-cell></table:table-row>';
      return odsBytes(
        mutate(Buffer.from(`<table:table table:name="A">${row.repeat(3)}</table:table>`), roll).toString(),
      );
    },
  ],
  [
    'csv',
    (roll) => mutate(Buffer.from('NIK;Nama;Alamat\n3375;"Siti ""A""";"Jl. A\nRT 2"\n3376;André;x\n'), roll),
  ],
  [
    'html',
    (roll) =>
      mutate(
        Buffer.from(
          '<html><table><tr><td rowspan=2>a</td><td colspan="3">b</td></tr><tr><td>c&amp;</td></tr></table></html>',
        ),
        roll,
      ),
  ],
];

it.each(KINDS)('a file damaged at random is read or refused, whatever the damage: %s', async (_, make) => {
  const path = join(folder, 'upload');
  for (let seed = 1; seed <= RUNS; seed++) {
    await writeFile(path, make(dice(seed)));
    let last = '';
    for await (const event of readSpreadsheet(path, { originalName: 'a.xlsx' })) last = event.type;
    expect(last, `seed ${seed}`).toMatch(/^(end|refused)$/);
  }
});
