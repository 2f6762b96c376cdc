import { done, invalid, refused } from '#kernel/refusal.ts';
import { isNik, maskNik } from '#kernel/statutory/nik.ts';
import { defineCommand } from '#platform/command.server.ts';
import {
  insertEvidence,
  listEvidences,
  listMembers,
  touchEnterprises,
  withdrawEvidence as withdrawEvidenceRow,
} from '../enterprise-store.server.ts';
import { findFile } from '../file-store.server.ts';
import { addEvidenceInput, withdrawEvidenceInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { keepsNumber, parseEvidenceNumber } from '../rules/evidence-kinds.ts';
import { enterpriseWithinReach, recordChange } from './within-reach.server.ts';

/** Adds a permit, certificate or award. "Ada berkas" needs the file or at least the number on it. */
export const addEvidence = defineCommand({
  name: 'enterprise.add_evidence',
  permission: registerPermissions['enterprise.edit'],
  input: addEvidenceInput,
  async run(context, input) {
    const { trx, officeCode, now, newId, actor } = context;
    let number: string | null = null;
    if (input.number !== undefined && keepsNumber(input.kind)) {
      const parsed = parseEvidenceNumber(input.kind, input.number);
      if (!parsed.ok) return invalid([{ path: 'number', code: parsed.refusal }]);
      // A citizen's NPWP is the NIK itself (PMK 112/2022): it stands sealed with the owner, here only masked.
      number = input.kind === 'npwp' && isNik(parsed.value) ? maskNik(parsed.value) : parsed.value;
    }
    if (input.issuedOn && input.expiresOn && input.expiresOn < input.issuedOn) {
      return invalid([{ path: 'expiresOn', code: 'out_of_range' }]);
    }
    if (input.grade === 'documented' && !input.fileId && number === null) return refused('evidence_missing');
    const enterprise = await enterpriseWithinReach(context, input.enterpriseId);
    if (!enterprise) return refused('not_found');
    if (input.fileId) {
      const file = await findFile(trx, officeCode, input.fileId);
      const members = await listMembers(trx, officeCode, enterprise);
      if (!file?.enterpriseId || !members.includes(file.enterpriseId)) return refused('not_found');
    }
    const evidenceId = newId();
    await insertEvidence(trx, {
      officeCode,
      evidenceId,
      enterpriseId: input.enterpriseId,
      kind: input.kind,
      number,
      issuer: input.issuer ?? null,
      issuedOn: input.issuedOn ?? null,
      expiresOn: input.expiresOn ?? null,
      grade: input.grade,
      fileId: input.fileId ?? null,
      createdAt: now,
      createdBy: actor.name,
      withdrawnAt: null,
    });
    await touchEnterprises(trx, officeCode, { enterpriseId: input.enterpriseId });
    await recordChange(context, {
      enterpriseId: input.enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'evidence',
      changes: [{ field: input.kind, before: null, after: number ?? input.grade }],
    });
    await context.audit({
      action: 'enterprise.evidence_added',
      subject: { kind: 'enterprise', id: input.enterpriseId },
      details: { evidenceId, kind: input.kind, grade: input.grade },
    });
    return done({ evidenceId });
  },
});

export const withdrawEvidence = defineCommand({
  name: 'enterprise.withdraw_evidence',
  permission: registerPermissions['enterprise.edit'],
  input: withdrawEvidenceInput,
  async run(context, { enterpriseId, evidenceId, reason }) {
    const { trx, officeCode, now } = context;
    const enterprise = await enterpriseWithinReach(context, enterpriseId);
    if (!enterprise) return refused('not_found');
    const members = await listMembers(trx, officeCode, enterprise);
    const evidence = (await listEvidences(trx, officeCode, members)).find(
      (one) => one.evidenceId === evidenceId,
    );
    if ((await withdrawEvidenceRow(trx, officeCode, members, evidenceId, now)) === 0)
      return refused('already_done');
    await touchEnterprises(trx, officeCode, { enterpriseId });
    await recordChange(context, {
      enterpriseId,
      ownerId: enterprise.ownerId,
      kind: 'evidence',
      changes: [{ field: 'withdrawn', before: evidence?.kind ?? null, after: reason }],
    });
    await context.audit({
      action: 'enterprise.evidence_withdrawn',
      subject: { kind: 'enterprise', id: enterpriseId },
      reason,
      details: { evidenceId },
    });
    return done();
  },
});
