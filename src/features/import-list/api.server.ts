import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { kbliVersions } from '#kernel/statutory/kbli.ts';
import {
  type Answer,
  type Call,
  defineOperation,
  idParam,
  type Operation,
} from '#platform/http/api/operation.server.ts';
import { bringInContent } from './commands/bring-in.server.ts';
import { confirmMapping } from './commands/confirm-mapping.server.ts';
import { applyImport, cancelImport, takeBackImport } from './commands/steer-import.server.ts';
import { columnShape, listFactsShape } from './input.ts';
import { importPermissions } from './permissions.ts';
import { importList } from './queries/import-list.server.ts';
import { importPage } from './queries/import-page.server.ts';
import { importStatuses } from './rules/import-kinds.ts';
import { type ImportPage, rowFilters } from './rules/import-view.ts';
import { mappingOf } from './rules/recognise-columns.ts';

const view = importPermissions['list.view'];
const bringIn = importPermissions['list.bring_in'];
const importId = z.object({ importId: idParam('List') });
const importedShape = z.strictObject({ importId: z.string(), status: z.enum(importStatuses) });
const tag = 'Daftar';

const lineShape = z.looseObject({
  importId: z.string(),
  name: z.string(),
  kind: z.string(),
  asOf: z.string(),
  status: z.enum(importStatuses),
  counts: z.looseObject({}).optional(),
  createdBy: z.string(),
  createdAt: z.string(),
});

const pageShape = lineShape.extend({
  refusal: z.strictObject({ id: z.string(), en: z.string() }).optional(),
  task: z.looseObject({ done: z.int(), failed: z.boolean() }).optional(),
  columns: z
    .array(z.looseObject({ heading: z.string(), field: z.string().optional(), certain: z.boolean() }))
    .optional()
    .meta({ description: 'While the columns wait to be confirmed' }),
  rows: z.array(z.looseObject({})).meta({ description: 'The first 50 of those asked for; numbers masked' }),
});

function asBody({ mapping, rows, ...page }: ImportPage) {
  return {
    ...page,
    rows,
    ...(mapping
      ? {
          columns: mapping.columns.map(({ heading, field, certain, unit, period, year, why, samples }) => ({
            heading: heading.text,
            field,
            certain,
            unit,
            period,
            year,
            why,
            samples,
          })),
          doubtful: mapping.doubtful,
          kbliVersion: mapping.kbliVersion,
          figureYear: mapping.figureYear,
          earlier: mapping.earlier,
        }
      : {}),
  };
}

/** The same key of the same token names the same list, so that an upload sent again is not a second one. */
function idFor({ actor, idempotencyKey }: Pick<Call<unknown, unknown>, 'actor' | 'idempotencyKey'>): string {
  if (idempotencyKey === null) return newId();
  const hex = createHash('sha256').update(`${actor.officeCode}|${actor.id}|${idempotencyKey}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const readPage = (
  { read }: Pick<Call<unknown, unknown>, 'read'>,
  id: string,
  filter: string | null = null,
): Promise<Outcome<ImportPage>> => read(view, (context) => importPage(context, id, { filter, list: null }));

/** Bringing lists in from other systems, step by step as on screen. */
export const importApi: readonly Operation[] = [
  defineOperation({
    id: 'bringInList',
    method: 'post',
    path: '/imports',
    tag,
    permission: bringIn,
    query: listFactsShape.extend({ fileName: z.string().trim().min(1).max(200).default('daftar.csv') }),
    file: { megabytes: 100, description: 'CSV, XLSX, XLS or ODS, as it is' },
    summary: 'Kirim daftar',
    description:
      'Takes a list. It is read in the background: ask for it until it waits in "mapping" for its columns, or is "refused".',
    answer: { status: 201, shape: importedShape },
    async handle(call) {
      const { fileName, ...facts } = call.query;
      const id = idFor(call);
      const known = call.idempotencyKey === null ? null : await readPage(call, id);
      if (known?.ok) {
        call.content?.destroy();
        const { name, kind, asOf } = known.value;
        // The key was used for another list.
        if (name !== facts.name || kind !== facts.kind || asOf !== facts.asOf) return refused('duplicate');
        return done(made(id, known.value.status));
      }
      const brought = await bringInContent(call.services, call.actor, {
        facts,
        content: { stream: call.content!, originalName: fileName },
        entry: 'file',
        importId: id,
      });
      return brought.ok ? done(made(id, 'inspecting')) : brought;
    },
  }),
  defineOperation({
    id: 'listImports',
    method: 'get',
    path: '/imports',
    tag,
    permission: view,
    summary: 'Daftar yang pernah masuk',
    description: 'Lists brought in, newest first, 200 at most.',
    answer: { status: 200, shape: z.strictObject({ imports: z.array(lineShape) }) },
    async handle({ read }) {
      const found = await read(view, importList);
      return found.ok ? done({ body: { imports: found.value } }) : found;
    },
  }),
  defineOperation({
    id: 'getImport',
    method: 'get',
    path: '/imports/{importId}',
    tag,
    permission: view,
    params: importId,
    query: z.object({
      show: z
        .enum(rowFilters)
        .optional()
        .meta({ description: 'Which rows to show; otherwise the first ones' }),
    }),
    summary: 'Satu daftar: sampai mana, apa isinya, apa yang perlu diperbaiki',
    description: 'State, counts, problems with examples, and the first 50 rows.',
    answer: { status: 200, shape: pageShape },
    async handle(call) {
      const found = await readPage(call, call.params.importId, call.query.show ?? null);
      return found.ok ? done({ body: asBody(found.value) }) : found;
    },
  }),
  defineOperation({
    id: 'confirmImportMapping',
    method: 'post',
    path: '/imports/{importId}/mapping',
    tag,
    permission: bringIn,
    params: importId,
    summary: 'Tetapkan isi setiap kolom',
    description:
      'Confirms what the columns hold: as recognised, or as given (one for each column, in order). Rows are checked next.',
    body: {
      shape: z.object({
        columns: z.array(columnShape).max(300).optional(),
        kbliVersion: z.enum(kbliVersions).optional(),
        figureYear: z.int().optional(),
        previousImportId: z.string().optional(),
      }),
      example: { figureYear: 2026 },
    },
    answer: { status: 200, shape: importedShape },
    async handle(call) {
      const { params, body, write } = call;
      const found = await readPage(call, params.importId);
      if (!found.ok) return found;
      const { mapping } = found.value;
      if (!mapping) return refused('wrong_state');
      const given = {
        list: mapping.list,
        columns: mappingOf(mapping.columns),
        kbliVersion: mapping.kbliVersion ?? '2025',
        figureYear: mapping.figureYear,
        previousImportId: mapping.previousImportId,
        ...body,
        importId: params.importId,
      };
      return write(confirmMapping, given, { answer: ({ importId: id }) => made(id, 'staging') });
    },
  }),
  ...(
    [
      ['applyImport', 'apply', applyImport, 'applying', 'Simpan baris yang siap', 'Saves the good rows.'],
      ['cancelImport', 'cancel', cancelImport, 'cancelled', 'Batalkan sebelum disimpan', 'Gives a list up.'],
      [
        'takeBackImport',
        'take-back',
        takeBackImport,
        'taking_back',
        'Tarik kembali daftar yang sudah disimpan',
        'Takes a saved list out of the register again; what was edited since stays.',
      ],
    ] as const
  ).map(([id, path, command, status, summary, description]) =>
    defineOperation({
      id,
      method: 'post',
      path: `/imports/{importId}/${path}`,
      tag,
      permission: bringIn,
      params: importId,
      summary,
      description,
      body: { shape: z.object({}), example: {} },
      answer: { status: 200, shape: importedShape },
      handle: ({ write, params }) => write(command, params, { answer: () => made(params.importId, status) }),
    }),
  ),
];

const made = (id: string, status: string): Answer => ({
  body: { importId: id, status },
  location: `/imports/${id}`,
});
