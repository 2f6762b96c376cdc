import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, onTestFinished, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { writeXlsForm } from '#questionnaire/xlsform/write-xlsform.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { censusPermissions } from '../permissions.ts';
import {
  questionnaireLines,
  questionnairePage,
  questionnaireWorkbook,
} from '../queries/questionnaires.server.ts';
import { chooseBlocks, importXlsForm } from './add-questionnaire.server.ts';

const view = censusPermissions['census.view'];

async function asFile(stream: NodeJS.ReadableStream, name = 'kuesioner.xlsx'): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-test-form-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await pipeline(stream, createWriteStream(join(folder, name)));
  return new File([await readFile(join(folder, name))], name);
}

test('the questionnaire of the house goes out as a spreadsheet and comes back unchanged, as the next version', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const page = await read(services, officer, view, (context) =>
    questionnairePage(context, coreQuestionnaire.id, coreQuestionnaire.version),
  );
  if (!page.ok || !page.value) throw new Error('no core');
  const file = await asFile(questionnaireWorkbook(page.value));
  const imported = await importXlsForm(services, officer, file);
  expect(imported).toEqual({
    ok: true,
    value: { formId: coreQuestionnaire.id, version: coreQuestionnaire.version + 1 },
  });
  const back = await read(services, officer, view, (context) =>
    questionnairePage(context, coreQuestionnaire.id, coreQuestionnaire.version + 1),
  );
  expect(back.ok && back.value?.form).toEqual({
    ...coreQuestionnaire,
    version: coreQuestionnaire.version + 1,
  });
});

test('whatever a spreadsheet holds that is not understood is named with sheet, row and column; nothing is kept', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const sheets = writeXlsForm(coreQuestionnaire);
  const [heading = [], ...rows] = sheets.survey;
  const type = heading.indexOf('type');
  const strange = heading.map((_, at) =>
    at === type ? 'barcode' : heading[at] === 'name' ? 'kode' : 'Kode',
  );
  const file = await asFile(
    workbookStream([
      { name: 'survey', columns: heading.map((title) => ({ title })), rows: [...rows, strange] },
      ...(['choices', 'settings'] as const).map((name) => {
        const [titles = [], ...lines] = sheets[name];
        return { name, columns: titles.map((title) => ({ title })), rows: lines };
      }),
    ]),
  );
  const imported = await importXlsForm(services, officer, file);
  expect(imported).toMatchObject({ refusal: { refusal: { code: 'invalid_input' } } });
  expect(!imported.ok && imported.refusal.problems).toContainEqual(
    expect.objectContaining({
      sheet: 'survey',
      row: rows.length + 2,
      code: 'type_unsupported',
      value: 'barcode',
    }),
  );
  const lines = await read(services, officer, view, questionnaireLines);
  expect(lines.ok && lines.value).toHaveLength(1);
});

test('a file that is no spreadsheet, an empty one, and a person without the duty are refused', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  expect(await importXlsForm(services, officer, new File([], ''))).toMatchObject({
    refusal: { refusal: { fields: [{ path: 'file', code: 'blank' }] } },
  });
  expect(await importXlsForm(services, officer, new File([Buffer.alloc(64, 7)], 'x.xlsx'))).toMatchObject({
    refusal: { refusal: { code: 'file_unreadable' } },
  });
  expect(
    await execute(services, anActor(office, 'head'), chooseBlocks, { blocks: ['permits'] }),
  ).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('each choice of further blocks is a version of its own', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const choose = (blocks: string[]) => execute(services, officer, chooseBlocks, { blocks });
  expect(await choose(['permits'])).toMatchObject({ value: { version: 1 } });
  expect(await choose(['permits', 'finance'])).toMatchObject({ value: { version: 2 } });
  expect(await choose(['rahasia'])).toMatchObject({ refusal: { code: 'invalid_input' } });
});
