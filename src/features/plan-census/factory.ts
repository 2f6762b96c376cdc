import { type Actor, systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { addSourceEntries, createSourceList } from '../register-enterprise/index.server.ts';
import { aStaffMember, type Staff } from '../sign-in/factory.ts';
import { createRound } from './commands/create-round.server.ts';
import { addMembers } from './commands/members.server.ts';
import { prepareRound } from './commands/prepare-round.server.ts';
import { startRound } from './commands/steer-round.server.ts';

export const village = '33.75.04.1004';

/** A source list with so many enterprises, RT by RT as given: `[['02/05', 'Siti'], …]`. */
export async function aListedFrame(
  services: Services,
  actor: Actor,
  names: readonly (readonly [rt: string, name: string])[],
  list = { name: 'Daftar Jenggot', villageCode: village },
): Promise<{ sourceListId: string; enterpriseIds: string[] }> {
  const enterpriseIds: string[] = [];
  for (const [at, name] of names) {
    const [rw, rt] = at.split('/');
    const { enterpriseId } = await anEnterprise(services, actor, {
      name: `Usaha ${name}`,
      owner: name,
      village: list.villageCode,
    });
    await inOneTransaction(services, actor, ({ trx }) =>
      trx
        .updateTable('premises')
        .set({ rw: rw || null, rt: rt || null })
        .where('enterpriseId', '=', enterpriseId)
        .execute(),
    );
    enterpriseIds.push(enterpriseId);
  }
  const sourceListId = await inOneTransaction(services, actor, async (context) => {
    const id = await createSourceList(context, {
      name: list.name,
      kind: 'village',
      asOf: '2026-01-01',
      legalBasis: null,
    });
    const entries = enterpriseIds.map((enterpriseId, at) => ({
      enterpriseId,
      sourceRow: at + 1,
      sourceKey: null,
    }));
    await addSourceEntries(context.trx, actor.officeCode, id, entries);
    return id;
  });
  return { sourceListId, enterpriseIds };
}

export const roundFacts = (sourceListIds: readonly string[]) => ({
  name: 'Pendataan UMKM 2026',
  purpose: 'Mengetahui siapa yang masih berproduksi',
  startsOn: '2026-05-01',
  endsOn: '2026-07-31',
  sampleSize: '0',
  formId: coreQuestionnaire.id,
  formVersion: String(coreQuestionnaire.version),
  sourceListIds,
  villages: [{ villageCode: village }],
});

/** A round that was started and has its rows. */
export async function aRunningRound(
  services: Services,
  actor: Actor,
  facts: Record<string, unknown> & { sourceListIds: readonly string[] },
): Promise<string> {
  const created = await execute(services, actor, createRound, {
    ...roundFacts(facts.sourceListIds),
    ...facts,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  const { roundId } = created.value;
  const started = await execute(services, actor, startRound, { roundId });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  await prepareRound(services, actor.officeCode, roundId);
  return roundId;
}

/** An enumerator with an account, brought into the round. */
export async function anEnumerator(
  services: Services,
  actor: Actor,
  roundId: string,
  name = `Pendata ${newId().slice(-4)}`,
): Promise<Staff> {
  const staff = await aStaffMember(services, actor.officeCode, {
    name,
    grants: [{ role: 'enumerator', scope: { kind: 'office', code: actor.officeCode } }],
  });
  const added = await execute(services, actor, addMembers, {
    roundId,
    userIds: [staff.userId],
    duty: 'enumerator',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return staff;
}

/** All rows of a round as they lie, as one walks. */
export const rowsOf = (services: Services, office: string, roundId: string) =>
  inOneTransaction(services, systemActor(office, 'Uji'), ({ trx }) =>
    trx
      .selectFrom('censusRows')
      .selectAll()
      .where('roundId', '=', roundId)
      .orderBy('villageCode')
      .orderBy('rw')
      .orderBy('rt')
      .orderBy('place')
      .execute(),
  );
