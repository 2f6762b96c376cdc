import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts';
import type { Form } from '../form.ts';
import { coreQuestionnaire } from '../forms/core-questionnaire.ts';
import { furtherBlockNames, withFurtherBlocks } from '../forms/further-blocks.ts';
import { readXlsForm } from './read-xlsform.ts';
import { writeXlsForm } from './write-xlsform.ts';

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
);
if (!soffice) console.error('LibreOffice is not here: questionnaires are not sent through it in this run');
const folder = mkdtempSync(join(tmpdir(), 'gawangan-xlsform-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(form: Form, path: string): Promise<void> {
  const sheets = Object.entries(writeXlsForm(form)).map(([name, [header = [], ...rows]]) => ({
    name,
    columns: header.map((title) => ({ title })),
    rows,
  }));
  await writeWorkbook(path, sheets);
}

async function read(path: string): Promise<Record<string, string[][]>> {
  const names: string[] = [];
  const sheets: Record<string, string[][]> = {};
  for await (const event of readSpreadsheet(path, { originalName: path })) {
    if (event.type === 'refused') throw new Error(event.refusal.code);
    if (event.type === 'sheet') names[event.sheet.index] = event.sheet.name;
    if (event.type !== 'rows') continue;
    sheets[names[event.sheet]!] ??= [];
    for (const [at, row] of event.rows.entries())
      sheets[names[event.sheet]!]![event.rowNumbers[at]! - 1] = row.map((cell) => String(cell ?? ''));
  }
  return sheets;
}

describe.skipIf(!soffice)('a questionnaire edited in a spreadsheet program', () => {
  for (const kind of ['xlsx', 'ods'])
    test.each([
      ['core', coreQuestionnaire],
      ['core and further blocks', withFurtherBlocks(coreQuestionnaire, [...furtherBlockNames])],
    ])(
      `opened in LibreOffice and saved as ${kind}, the %s comes back unchanged`,
      { timeout: 120_000 },
      async (_name, form) => {
        const path = join(folder, 'kuesioner.xlsx');
        await write(form, path);
        const out = join(folder, kind);
        spawnSync(
          soffice!,
          [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            '--convert-to',
            kind,
            '--outdir',
            out,
            path,
          ],
          {
            timeout: 120_000,
          },
        );
        const back = readXlsForm(await read(join(out, `kuesioner.${kind}`)));
        expect(back).toEqual({ ok: true, value: form });
      },
    );
});
