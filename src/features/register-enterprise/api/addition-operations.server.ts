import { z } from 'zod';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { addNote } from '../commands/add-note.server.ts';
import { addEvidence } from '../commands/keep-evidence.server.ts';
import { joinGroup } from '../commands/keep-groups.server.ts';
import { addProduct } from '../commands/keep-products.server.ts';
import { recordFigure } from '../commands/record-figure.server.ts';
import { addEvidenceInput, joinGroupInput, noteInput, recordFigureInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { id, productBody, rupiah } from './body-shapes.ts';

const edit = registerPermissions['enterprise.edit'];
const enterpriseId = z.object({ enterpriseId: idParam('Enterprise') });

/** What is added to an enterprise over time. */
export const additionOperations: readonly Operation[] = [
  defineOperation({
    id: 'addProduct',
    method: 'post',
    path: '/enterprises/{enterpriseId}/products',
    tag: 'Usaha',
    permission: edit,
    params: enterpriseId,
    summary: 'Tambah produk',
    description: 'Adds a product.',
    body: {
      shape: productBody,
      example: { name: 'Sarung goyor', unit: 'lembar', price: 185000, monthlyCapacity: 40 },
    },
    answer: { status: 201, shape: z.strictObject({ productId: id }) },
    handle: ({ write, params, body }) =>
      write(
        addProduct,
        { ...params, product: body },
        { under: 'product', answer: (made) => ({ body: made }) },
      ),
  }),
  defineOperation({
    id: 'recordFigure',
    method: 'post',
    path: '/enterprises/{enterpriseId}/figures',
    tag: 'Usaha',
    permission: edit,
    params: enterpriseId,
    summary: 'Catat omzet, modal, atau pekerja suatu tahun',
    description:
      'Adds a yearly figure; earlier ones stay. amountUpper makes a band. The scale by law is worked out anew.',
    body: {
      shape: recordFigureInput
        .omit({ enterpriseId: true })
        .extend({ amount: rupiah, amountUpper: rupiah.optional() }),
      example: { kind: 'sales', year: 2025, amount: 240000000, grade: 'seen' },
    },
    answer: { status: 201, shape: z.strictObject({ figureId: id, computedScale: z.string().optional() }) },
    handle: ({ write, params, body }) =>
      write(recordFigure, { ...body, ...params }, { answer: (made) => ({ body: made }) }),
  }),
  defineOperation({
    id: 'addEvidence',
    method: 'post',
    path: '/enterprises/{enterpriseId}/evidences',
    tag: 'Usaha',
    permission: edit,
    params: enterpriseId,
    summary: 'Catat izin, sertifikat, atau penghargaan',
    description: 'Adds a document: declared, seen, or documented (then with its number or file).',
    body: {
      shape: addEvidenceInput.omit({ enterpriseId: true }),
      example: {
        kind: 'award',
        number: 'UPK-2026-7',
        issuer: 'Dekranasda',
        issuedOn: '2026-03-02',
        grade: 'seen',
      },
    },
    answer: { status: 201, shape: z.strictObject({ evidenceId: id }) },
    handle: ({ write, params, body }) =>
      write(addEvidence, { ...body, ...params }, { answer: (made) => ({ body: made }) }),
  }),
  defineOperation({
    id: 'addNote',
    method: 'post',
    path: '/enterprises/{enterpriseId}/notes',
    tag: 'Usaha',
    permission: edit,
    params: enterpriseId,
    summary: 'Tulis catatan pada riwayat usaha',
    description: 'Adds a remark to the history.',
    body: {
      shape: noteInput.omit({ enterpriseId: true }),
      example: { text: 'Pindah ke kios baru sejak April.' },
    },
    answer: { status: 201, shape: z.strictObject({}) },
    handle: ({ write, params, body }) =>
      write(addNote, { ...body, ...params }, { answer: () => ({ body: {} }) }),
  }),
  defineOperation({
    id: 'joinGroup',
    method: 'post',
    path: '/enterprises/{enterpriseId}/groups',
    tag: 'Kelompok',
    permission: registerPermissions['group.manage'],
    params: enterpriseId,
    summary: 'Masukkan usaha ke kelompok',
    description: 'The enterprise becomes a member from that day.',
    body: {
      shape: joinGroupInput.omit({ enterpriseId: true }),
      example: { groupId: '01970f2e-5a00-7000-8000-000000000002', joinedOn: '2026-01-05' },
    },
    answer: { status: 201, shape: z.strictObject({ groupMembershipId: id }) },
    handle: ({ write, params, body }) =>
      write(joinGroup, { ...body, ...params }, { answer: (made) => ({ body: made }) }),
  }),
];
