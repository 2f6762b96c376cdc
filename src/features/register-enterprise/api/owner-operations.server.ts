import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { mergePatch } from '#platform/http/api/typed-json.ts';
import { editOwner } from '../commands/edit-owner.server.ts';
import { revealPersonalData } from '../commands/reveal-personal-data.server.ts';
import { editOwnerInput, erasableFields, personalFields, revealInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { ownerRecord, ownerRecordShape } from '../queries/owner-record.server.ts';
import { answerEdit, editedShape, flag, patchOf } from './body-shapes.ts';

const view = registerPermissions['enterprise.view'];
const edit = registerPermissions['enterprise.edit'];
const ownerId = z.object({ ownerId: idParam('Owner') });

/** Owners: masked, edited, and shown in the clear for a reason. */
export const ownerOperations: readonly Operation[] = [
  defineOperation({
    id: 'getOwner',
    method: 'get',
    path: '/owners/{ownerId}',
    tag: 'Pemilik',
    permission: view,
    params: ownerId,
    summary: 'Satu pemilik, tersamar',
    description:
      'One owner with their enterprises. NIK, phones and e-mail are masked, the birth date is an age band.',
    etag: 'tagged',
    answer: { status: 200, shape: ownerRecordShape },
    async handle({ read, params }) {
      const found = await read(view, (context) => ownerRecord(context, params.ownerId));
      return found.ok ? done({ body: found.value, revision: found.value.revision }) : found;
    },
  }),
  defineOperation({
    id: 'editOwner',
    method: 'patch',
    path: '/owners/{ownerId}',
    tag: 'Pemilik',
    permission: edit,
    params: ownerId,
    summary: 'Ubah data pemilik',
    description:
      'Changes the fields that are named; null takes away sex, disability, birthDate, homeAddress or email. NIK and No. KK are replaced when given. Needs the ETag of the reading.',
    etag: 'guarded',
    body: {
      shape: patchOf(editOwnerInput.shape.owner.omit({ erase: true })).extend({ deceased: flag }),
      example: { sex: 'female', addPhone: { number: '0812 3456 7890', whose: 'family' } },
    },
    answer: { status: 200, shape: editedShape },
    async handle({ read, write, params, body, revision }) {
      const before = await read(edit, (context) => ownerRecord(context, params.ownerId));
      if (!before.ok) return before;
      const { fullName, sex, deceased } = before.value;
      const erase = erasableFields.filter((field) => body[field] === null);
      const owner = { ...mergePatch({ fullName, sex, deceased: String(deceased) }, body), erase };
      return write(
        editOwner,
        { ...params, revision, owner },
        { under: 'owner', answer: answerEdit(revision) },
      );
    },
  }),
  defineOperation({
    id: 'revealOwner',
    method: 'post',
    path: '/owners/{ownerId}/reveal',
    tag: 'Pemilik',
    permission: registerPermissions['enterprise.reveal'],
    params: ownerId,
    summary: 'Buka data pribadi pemilik, dengan alasan',
    description:
      'Shows the named fields in the clear. Each reveal is audited with its reason; the answer must not be stored.',
    body: {
      shape: revealInput.omit({ ownerId: true }),
      example: { fields: ['nik', 'phones'], reason: 'Mencocokkan dengan KTP saat kunjungan' },
    },
    answer: {
      status: 200,
      personal: true,
      shape: z.strictObject(
        Object.fromEntries(
          personalFields.map((field) => [
            field,
            field === 'phones' ? z.array(z.string()).optional() : z.string().optional(),
          ]),
        ),
      ),
    },
    handle: ({ write, params, body }) =>
      write(revealPersonalData, { ...body, ...params }, { answer: (shown) => ({ body: shown }) }),
  }),
];
