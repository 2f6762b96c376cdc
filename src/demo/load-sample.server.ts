import {
  areasForLists,
  createGroup,
  createSourceList,
  findListWithOwners,
  groupIdsByName,
  kbliForLists,
  type NewEnterprise,
  type NewOwner,
  registerMany,
  type Sector,
} from '#features/register-enterprise/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { addDays } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { type CommandContext, execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask, recordProgress } from '#platform/tasks/long-task.server.ts';
import { generateOffice } from '#sample/generate-office.ts';
import { type EvidenceKind, SAMPLE_DAY, type SampleEnterprise } from '#sample/sample-types.ts';

/** Seed of the sample office: the same invented people on every machine. */
export const SAMPLE_SEED = '2026';
const BATCH = 1_000;
export const SAMPLE_LIST = 'Data contoh kantor';

const sectorOf: Partial<Record<string, Sector>> = { drinks: 'drink', services: 'service' };
const groupKinds = { sentra: 'centre', kub: 'kub', koperasi: 'cooperative', binaan: 'mentored' } as const;
const evidenceKindOf = (kind: EvidenceKind) => (kind === 'merek' ? 'brand' : kind);

/** Two in five have been checked, spread over the last months; most of those produce. */
function checked(at: number): Pick<NewEnterprise, 'verifiedOn' | 'operation'> {
  const draw = (at * 2_654_435_761) % 1_000;
  if (draw >= 400) return {};
  const operation =
    draw < 260
      ? 'produces'
      : draw < 300
        ? 'services'
        : draw < 340
          ? 'trades_only'
          : draw < 370
            ? 'works_for_others'
            : draw < 385
              ? 'paused'
              : 'closed';
  return { verifiedOn: addDays(SAMPLE_DAY, -((at * 7) % 240)), operation };
}

function asNewEnterprise(
  sample: SampleEnterprise,
  at: number,
  ids: { ownerId: string; sourceListId: string },
  groups: Map<string, string>,
): NewEnterprise {
  const { business } = sample;
  const { street, houseNumber, position, ...place } = business.premises;
  const seen = checked(at);
  const evidences: NonNullable<NewEnterprise['evidences']>[number][] = business.evidences.map((evidence) => ({
    ...evidence,
    kind: evidenceKindOf(evidence.kind),
  }));
  if (seen.operation === 'produces' && at % 4 > 0) evidences.push({ kind: 'local_id', grade: 'seen' });
  return {
    enterpriseId: newId(),
    ownerId: ids.ownerId,
    name: business.name,
    brand: business.brand ?? null,
    sector: sectorOf[business.sector] ?? (business.sector as Sector),
    kbli: { version: '2025', code: business.kbli },
    nib: business.nib ?? null,
    // Whoever was visited was asked.
    ...(seen.verifiedOn ? { nibAnswer: 'none_yet' } : {}),
    startedOn: business.startedOn,
    ...seen,
    place: {
      ...place,
      address: [street, houseNumber && `No. ${houseNumber}`].filter(Boolean).join(' ') || null,
      latitude: position?.lat ?? null,
      longitude: position?.long ?? null,
    },
    products: business.products,
    figures: [
      ...business.sales.map((sale) => ({ kind: 'sales', ...sale, observedOn: SAMPLE_DAY })),
      ...business.capital
        .slice(-1)
        .map((capital) => ({ kind: 'capital', ...capital, observedOn: SAMPLE_DAY })),
      { kind: 'workers_male', year: 2026, amount: business.workersMale, observedOn: SAMPLE_DAY },
      { kind: 'workers_female', year: 2026, amount: business.workersFemale, observedOn: SAMPLE_DAY },
    ],
    evidences,
    groups: sample.groups.flatMap(({ kind, name, joinedOn, leftOn }) => {
      const groupId = groups.get(`${groupKinds[kind]}:${name}`);
      return groupId ? [{ groupId, joinedOn, leftOn }] : [];
    }),
    source: { sourceListId: ids.sourceListId, row: at + 1, key: sample.business.sampleBusinessId },
  };
}

function asNewOwner(sample: SampleEnterprise, ownerId: string): NewOwner {
  const { owner } = sample;
  return {
    ownerId,
    fullName: owner.fullName,
    sex: owner.sex,
    birthDate: owner.birthDate,
    disability: owner.disability ? 'yes' : 'no',
    nik: owner.nik,
    noKk: owner.noKk,
    phones: [{ number: owner.phone, whose: owner.phoneWhose }],
  };
}

/** Groups of a batch that the office does not have yet. */
async function ensureGroups(
  services: Services,
  actor: ReturnType<typeof systemActor>,
  batch: readonly SampleEnterprise[],
  groups: Map<string, string>,
) {
  for (const { kind, name } of batch.flatMap((sample) => sample.groups)) {
    const key = `${groupKinds[kind]}:${name}`;
    if (groups.has(key)) continue;
    const made = await execute(services, actor, createGroup, {
      kind: groupKinds[kind],
      name,
      ...(kind === 'binaan' ? { mentor: name } : {}),
    });
    if (made.ok) groups.set(key, made.value.groupId);
  }
}

type Progress = { taskId: string; done: number; sourceListId: string; owners: Map<string, string> };

async function saveBatch(
  context: CommandContext,
  batch: readonly SampleEnterprise[],
  progress: Progress,
  groups: Map<string, string>,
): Promise<void> {
  const owners: NewOwner[] = [];
  const enterprises = batch.map((sample, index) => {
    const known = progress.owners.get(sample.owner.sampleOwnerId);
    const ownerId = known ?? newId();
    if (!known) {
      progress.owners.set(sample.owner.sampleOwnerId, ownerId);
      owners.push(asNewOwner(sample, ownerId));
    }
    return asNewEnterprise(
      sample,
      progress.done + index,
      { ownerId, sourceListId: progress.sourceListId },
      groups,
    );
  });
  await registerMany(
    context,
    { owners, enterprises },
    { via: 'system', sourceKind: 'list', sourceListId: progress.sourceListId },
  );
  await context.audit({ action: 'sample.loaded', details: { enterprises: enterprises.length } });
}

/**
 * Loads the sample office's register in batches, each with its progress in one transaction: killed and started
 * again, it goes on after the last whole batch. Owners of earlier batches are found again by their row in the list.
 */
export async function loadSample(
  services: Services,
  office: string,
  taskId: string,
  {
    signal,
    seed = SAMPLE_SEED,
    onBatch,
  }: { signal?: AbortSignal; seed?: string; onBatch?: (done: number) => void } = {},
): Promise<void> {
  const actor = systemActor(office, 'Data contoh');
  const start = await inOneTransaction(services, actor, async ({ trx, now }) => {
    const task = await findTask(trx, office, taskId);
    if (!task || task.state === 'done') return null;
    await recordProgress(trx, office, taskId, { state: 'running', startedAt: now, beatAt: now });
    return {
      task,
      ...(await sampleReference(trx, office)),
      groups: await groupIdsByName(trx),
      earlier: await findListWithOwners(trx, office, SAMPLE_LIST),
    };
  });
  if (!start) return;
  const total = start.task.totalCount ?? 0;
  const sourceListId =
    start.earlier?.sourceListId ??
    (await inOneTransaction(services, actor, (context) =>
      createSourceList(context, {
        name: SAMPLE_LIST,
        kind: 'office',
        asOf: SAMPLE_DAY,
        legalBasis: 'Data karangan untuk mencoba',
      }),
    ));
  const progress: Progress = { taskId, done: start.task.doneCount, sourceListId, owners: new Map() };
  let batch: SampleEnterprise[] = [];
  let at = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    signal?.throwIfAborted();
    await ensureGroups(services, actor, batch, start.groups);
    await inOneTransaction(services, actor, async (context) => {
      await saveBatch(context, batch, progress, start.groups);
      progress.done += batch.length;
      await recordProgress(context.trx, office, taskId, { doneCount: progress.done, beatAt: context.now });
    });
    batch = [];
    onBatch?.(progress.done);
  };
  for (const sample of generateOffice({
    officeCode: office,
    rows: total,
    seed,
    areas: start.areas,
    kbli: start.kbli,
  })) {
    if (at++ < start.task.doneCount) {
      const ownerId = start.earlier?.ownerOfRow.get(at);
      if (ownerId) progress.owners.set(sample.owner.sampleOwnerId, ownerId);
      continue;
    }
    batch.push(sample);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  await inOneTransaction(services, actor, ({ trx, now }) =>
    recordProgress(trx, office, taskId, {
      state: 'done',
      doneCount: progress.done,
      finishedAt: now,
      beatAt: now,
    }),
  );
}

/** Villages and codes as the generator takes them. */
export async function sampleReference(trx: CommandContext['trx'], office: string) {
  return {
    areas: (await areasForLists(trx, office)).map(({ code, name, districtName, aliases }) => ({
      code,
      name,
      districtName,
      aliases,
    })),
    kbli: (await kbliForLists(trx, '2025')).map(({ kbliCode, title, synonyms }) => ({
      code: kbliCode,
      title,
      synonyms,
    })),
  };
}
