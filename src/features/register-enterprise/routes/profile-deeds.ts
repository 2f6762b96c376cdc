import type { Actor } from '#kernel/actor.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { readForm } from '#platform/http/read-form.ts';
import { addNote } from '../commands/add-note.server.ts';
import { addEvidence, withdrawEvidence } from '../commands/keep-evidence.server.ts';
import { dropFile, keepFile } from '../commands/keep-file.server.ts';
import { joinGroup, leaveGroup } from '../commands/keep-groups.server.ts';
import { addProduct, endProduct } from '../commands/keep-products.server.ts';
import { recordFigure } from '../commands/record-figure.server.ts';
import { undo } from '../commands/undo-merge.server.ts';

type Services = Parameters<typeof execute>[0];
type Given = Record<string, unknown>;
type Deed = {
  section: string;
  run(services: Services, actor: Actor, given: Given): Promise<Outcome<unknown>>;
};

/** What the small forms of the profile do, and which section then says so. */
const profileDeeds: Record<string, Deed> = {
  'add-product': {
    section: 'produk',
    run: (services, actor, given) => execute(services, actor, addProduct, given),
  },
  'end-product': {
    section: 'produk',
    run: (services, actor, given) => execute(services, actor, endProduct, given),
  },
  'add-figure': {
    section: 'angka',
    run: (services, actor, given) => execute(services, actor, recordFigure, given),
  },
  'add-evidence': { section: 'bukti', run: addEvidenceWithFile },
  'withdraw-evidence': {
    section: 'bukti',
    run: (services, actor, given) => execute(services, actor, withdrawEvidence, given),
  },
  'join-group': {
    section: 'kelompok',
    run: (services, actor, given) => execute(services, actor, joinGroup, given),
  },
  'leave-group': {
    section: 'kelompok',
    run: (services, actor, given) => execute(services, actor, leaveGroup, given),
  },
  'undo-merge': {
    section: 'gabungan',
    run: (services, actor, given) => execute(services, actor, undo, given),
  },
  'add-note': {
    section: 'riwayat',
    run: (services, actor, given) => execute(services, actor, addNote, given),
  },
};

/** Does what a small form asks for this enterprise. */
export async function doProfileDeed(
  services: Services,
  actor: Actor,
  enterpriseId: string,
  form: FormData,
): Promise<Outcome<string>> {
  const { intent, ...given } = readForm(form);
  const deed = profileDeeds[String(intent)];
  if (!deed) return refused('wrong_state');
  const outcome = await deed.run(services, actor, { ...given, enterpriseId });
  return outcome.ok ? { ok: true, value: deed.section } : outcome;
}

/** The file is kept first, since storing it takes longer than a transaction should; declined evidence takes it back. */
async function addEvidenceWithFile(
  services: Services,
  actor: Actor,
  { file, ...given }: Given,
): Promise<Outcome<unknown>> {
  if (!(file instanceof File)) return execute(services, actor, addEvidence, given);
  const kept = await keepFile(services, actor, { enterpriseId: String(given.enterpriseId), file });
  if (!kept.ok) return kept;
  const outcome = await execute(services, actor, addEvidence, { ...given, fileId: kept.value.fileId });
  if (!outcome.ok) await dropFile(services, actor, kept.value);
  return outcome;
}
