import { createHash } from 'node:crypto';
import { type Actor, may } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { defineCommand, execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { dropFile, keepFile, keepOwnFile, listFileNames } from '../../register-enterprise/index.server.ts';
import { insertApplicationFile, listApplicationFiles } from '../application-store.server.ts';
import { applicationFileInput } from '../input.ts';
import { applicationPermissions } from '../permissions.ts';
import { applicationInReach } from './application-in-reach.server.ts';

const take = applicationPermissions['application.take'];

/** Lays a kept file to an application. */
const addFile = defineCommand({
  name: 'application.add_file',
  permission: take,
  input: applicationFileInput,
  async run(context, { applicationId, fileId }) {
    const application = await applicationInReach(context, applicationId);
    if (!application) return refused('not_found');
    if (application.status === 'withdrawn') return refused('wrong_state');
    await insertApplicationFile(context.trx, context.officeCode, { applicationId, fileId });
    await context.audit({
      action: 'application.file_added',
      subject: { kind: 'enterprise', id: application.enterpriseId },
      details: { applicationId, fileId },
    });
    return done();
  },
});

/** Which files of several stand, and the first reason for which another does not. */
export type FilesAdded = { added: number; refused: { name: string; outcome: Outcome<never> }[] };

/**
 * Keeps photos or PDFs that came with an application, each as a file of its enterprise. One that cannot be kept (too large,
 * another kind) hinders none of the others, and one that lies there already is not kept twice. Refused as a whole: `not_found`, `forbidden`.
 */
export async function addFiles(
  services: Services,
  actor: Actor,
  { applicationId, files }: { applicationId: string; files: readonly File[] },
): Promise<Outcome<FilesAdded>> {
  const found = await read(services, actor, take, async (context) => {
    const application = await applicationInReach(context, applicationId);
    if (!application) return null;
    const { trx, officeCode } = context;
    const laid = (await listApplicationFiles(trx, officeCode, [applicationId])).get(applicationId) ?? [];
    const known = (await listFileNames(trx, officeCode, laid)).map(({ sha256 }) => sha256.toString('hex'));
    return { enterpriseId: application.enterpriseId, known: new Set(known) };
  });
  if (!found.ok) return found;
  if (!found.value) return refused('not_found');
  const { enterpriseId, known } = found.value;
  const isStaff = may(actor, applicationPermissions['application.view']);
  const result: FilesAdded = { added: 0, refused: [] };
  for (const file of files) {
    const hash = createHash('sha256')
      .update(new Uint8Array(await file.arrayBuffer()))
      .digest('hex');
    if (known.has(hash)) {
      result.added += 1;
      continue;
    }
    const kept = await (isStaff ? keepFile : keepOwnFile)(services, actor, { enterpriseId, file });
    if (!kept.ok) {
      result.refused.push({ name: file.name, outcome: kept });
      continue;
    }
    const laid = await execute(services, actor, addFile, { applicationId, fileId: kept.value.fileId });
    if (laid.ok) {
      result.added += 1;
      known.add(hash);
    } else {
      await dropFile(services, actor, kept.value);
      result.refused.push({ name: file.name, outcome: laid });
    }
  }
  return done(result);
}
