import { z } from 'zod';
import { done, invalid } from '#kernel/refusal.ts';
import { umkmScales } from '#kernel/statutory/scale.ts';
import { readCursor, writeCursor } from '#platform/http/api/cursor.ts';
import { anyOf, defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { mergePatch } from '#platform/http/api/typed-json.ts';
import { editEnterprise } from '../commands/edit-enterprise.server.ts';
import { registerEnterprise } from '../commands/register-enterprise.server.ts';
import { enterpriseShape, premisesShape } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { enterprisePage, enterprisePageShape } from '../queries/enterprise-page.server.ts';
import { enterpriseRecord, enterpriseRecordShape } from '../queries/enterprise-record.server.ts';
import { valuesOf } from '../rules/register-words.ts';
import { sectors } from '../rules/sectors.ts';
import {
  answerEdit,
  editedShape,
  flag,
  givenArea,
  givenId,
  id,
  ownerBody,
  patchOf,
  productBody,
} from './body-shapes.ts';

const view = registerPermissions['enterprise.view'];
const edit = registerPermissions['enterprise.edit'];
const choice = (kind: 'standing' | 'operation') => z.enum(valuesOf(kind) as [string, ...string[]]);
const enterpriseId = z.object({ enterpriseId: idParam('Enterprise') });

const pageQuery = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Name, owner, product, place, NIB, NIK or phone; spelling is forgiven' }),
  village: anyOf(givenArea, 'Area code of a village or a district'),
  sector: anyOf(z.enum(sectors), 'Sector'),
  scale: anyOf(z.enum(umkmScales), 'Scale, by law where figures are known, else as reported'),
  standing: anyOf(choice('standing'), 'Listed or verified'),
  operation: anyOf(choice('operation'), 'What a check in the field found'),
  source: anyOf(givenId, 'Source list'),
  group: anyOf(givenId, 'Group, current members'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional().meta({ description: 'nextCursor of the page before' }),
});

/** Finding, reading, registering and editing enterprises. */
export const enterpriseOperations: readonly Operation[] = [
  defineOperation({
    id: 'listEnterprises',
    method: 'get',
    path: '/enterprises',
    tag: 'Usaha',
    permission: view,
    query: pageQuery,
    summary: 'Daftar usaha',
    description:
      'Enterprises within the scope of the token, page by page. A filter given several times means any of its values.',
    answer: { status: 200, shape: enterprisePageShape },
    async handle({ read, query }) {
      const { q = '', cursor, limit, source, group, ...chips } = query;
      const filter = { ...chips, sources: source, groups: group };
      const question = { q, filter };
      const from = cursor === undefined ? null : readCursor(cursor, question);
      if (cursor !== undefined && !from) return invalid([{ path: 'cursor', code: 'wrong_format' }]);
      const found = await read(view, (context) => enterprisePage(context, { text: q, filter, from, limit }));
      if (!found.ok) return found;
      const { page, next } = found.value;
      return done({ body: { ...page, nextCursor: next && writeCursor(next, question) } });
    },
  }),
  defineOperation({
    id: 'getEnterprise',
    method: 'get',
    path: '/enterprises/{enterpriseId}',
    tag: 'Usaha',
    permission: view,
    params: enterpriseId,
    summary: 'Satu usaha beserta pemilik, produk, angka, bukti, dan riwayatnya',
    description: 'Everything on record of one enterprise. Personal data is masked.',
    etag: 'tagged',
    answer: { status: 200, shape: enterpriseRecordShape },
    async handle({ read, params }) {
      const found = await read(view, (context) => enterpriseRecord(context, params.enterpriseId));
      return found.ok ? done({ body: found.value, revision: found.value.revision }) : found;
    },
  }),
  defineOperation({
    id: 'registerEnterprise',
    method: 'post',
    path: '/enterprises',
    tag: 'Usaha',
    permission: registerPermissions['enterprise.register'],
    summary: 'Daftarkan usaha, dengan pemilik baru atau yang sudah ada',
    description:
      'Only a name and an owner are required; an identifier may be given or answered with none_yet, not_shown or declined. A NIK on record is refused with 409 and details.ownerId: send that ownerId, or sameNikIsSomeoneElse.',
    body: {
      shape: z.object({
        ownerId: givenId.optional(),
        owner: ownerBody.optional(),
        enterprise: enterpriseShape,
        premises: premisesShape.optional(),
        products: z.array(productBody).max(20).optional(),
        sameNikIsSomeoneElse: flag,
      }),
      example: {
        owner: { fullName: 'Siti Aminah', sex: 'female', nik: { answer: 'not_shown' } },
        enterprise: { name: 'Batik Jlamprang', sector: 'batik' },
        premises: { villageCode: '33.75.04.1004', rt: '3', rw: '2' },
        products: [{ name: 'Kain batik cap', unit: 'lembar', price: 150000 }],
      },
    },
    answer: {
      status: 201,
      shape: z.strictObject({
        enterpriseId: id,
        ownerId: id,
        warnings: z.array(z.string()).meta({ description: 'What to compare with the ID card' }),
      }),
    },
    handle: ({ write, body }) =>
      write(registerEnterprise, body, {
        answer: (made) => ({ body: made, location: `/enterprises/${made.enterpriseId}` }),
      }),
  }),
  defineOperation({
    id: 'editEnterprise',
    method: 'patch',
    path: '/enterprises/{enterpriseId}',
    tag: 'Usaha',
    permission: edit,
    params: enterpriseId,
    summary: 'Ubah usaha dan tempatnya',
    description:
      'Changes the fields that are named in enterprise and premises; null takes one away. Needs the ETag of the reading.',
    etag: 'guarded',
    body: {
      shape: z.object({
        enterprise: patchOf(enterpriseShape).optional(),
        premises: patchOf(premisesShape).optional(),
      }),
      example: { enterprise: { brand: 'Jlamprang Asli' }, premises: { rt: '4' } },
    },
    answer: { status: 200, shape: editedShape },
    async handle({ read, write, params, body, revision }) {
      const before = await read(edit, (context) => enterpriseRecord(context, params.enterpriseId));
      if (!before.ok) return before;
      const { enterprise, premises } = before.value;
      const input = {
        ...params,
        revision,
        enterprise: mergePatch(enterprise, body.enterprise),
        premises: mergePatch(premises, body.premises),
      };
      return write(editEnterprise, input, { answer: answerEdit(revision) });
    },
  }),
];
