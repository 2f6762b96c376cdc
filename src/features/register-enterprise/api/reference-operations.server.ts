import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { defineOperation, type Operation } from '#platform/http/api/operation.server.ts';
import { createGroup } from '../commands/keep-groups.server.ts';
import { createGroupInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import {
  areas,
  areasShape,
  groups,
  groupsShape,
  kbliHits,
  kbliHitsShape,
  sources,
  sourcesShape,
} from '../queries/register-reference.server.ts';
import { givenArea, id } from './body-shapes.ts';

const view = registerPermissions['enterprise.view'];

/** What enterprises refer to: groups, source lists, areas, KBLI. */
export const referenceOperations: readonly Operation[] = [
  defineOperation({
    id: 'listGroups',
    method: 'get',
    path: '/groups',
    tag: 'Kelompok',
    permission: view,
    summary: 'Kelompok binaan, sentra, KUB, koperasi, dan paguyuban',
    description: 'All groups of the office.',
    answer: { status: 200, shape: groupsShape },
    async handle({ read }) {
      const found = await read(view, groups);
      return found.ok ? done({ body: found.value }) : found;
    },
  }),
  defineOperation({
    id: 'createGroup',
    method: 'post',
    path: '/groups',
    tag: 'Kelompok',
    permission: registerPermissions['group.manage'],
    summary: 'Buat kelompok',
    description: 'Makes a group; its name is unique among groups of its kind.',
    body: {
      shape: createGroupInput,
      example: { kind: 'mentored', name: 'Binaan Dekranasda 2026', mentor: 'Dekranasda' },
    },
    answer: { status: 201, shape: z.strictObject({ groupId: id }) },
    handle: ({ write, body }) => write(createGroup, body, { answer: (made) => ({ body: made }) }),
  }),
  defineOperation({
    id: 'listSources',
    method: 'get',
    path: '/sources',
    tag: 'Rujukan',
    permission: view,
    summary: 'Daftar yang menjadi sumber data',
    description: 'Source lists that have come into the register, newest first.',
    answer: { status: 200, shape: sourcesShape },
    async handle({ read }) {
      const found = await read(view, sources);
      return found.ok ? done({ body: found.value }) : found;
    },
  }),
  defineOperation({
    id: 'listAreas',
    method: 'get',
    path: '/areas',
    tag: 'Rujukan',
    permission: view,
    query: z.object({
      parent: givenArea.optional().meta({
        description: 'Kemendagri code; the regency or city of the office when left out',
        example: '33.75.04',
      }),
    }),
    summary: 'Wilayah langsung di bawah satu wilayah',
    description: 'Provinces, regencies, districts and villages by Kemendagri code, all of Indonesia.',
    answer: { status: 200, shape: areasShape },
    async handle({ read, query }) {
      const found = await read(view, (context) => areas(context, query.parent));
      return found.ok ? done({ body: found.value }) : found;
    },
  }),
  defineOperation({
    id: 'searchKbli',
    method: 'get',
    path: '/kbli',
    tag: 'Rujukan',
    permission: view,
    query: z.object({
      q: z
        .string()
        .min(1)
        .max(100)
        .meta({ description: 'Everyday words, or the beginning of a code', example: 'jahit baju' }),
    }),
    summary: 'Kode KBLI untuk kata sehari-hari',
    description: 'KBLI 2025 codes that fit, best first.',
    answer: { status: 200, shape: kbliHitsShape },
    async handle({ read, query }) {
      const found = await read(view, (context) => kbliHits(context, query.q));
      return found.ok ? done({ body: found.value }) : found;
    },
  }),
];
