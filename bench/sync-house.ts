import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { registerPhone } from '../src/features/survey-field/commands/register-phone.server.ts';
import type { BenchHouse } from './bench-house.ts';
import { ownerClient } from './owner-client.ts';

/** A phone with what it needs to seal and deliver, and the rows it is to answer. */
export type BenchPhone = {
  phoneId: string;
  userId: string;
  deliveryToken: string;
  officeKey: { keyId: string; publicKey: string };
  roundId: string;
  rowIds: string[];
};

/** A round that runs, with so many phones, each with a person and so many rows of its own. */
export async function aBenchRound(
  { services, actor, office, ownerUrl }: BenchHouse,
  { phones, rows }: { phones: number; rows: number },
): Promise<BenchPhone[]> {
  const roundId = newId();
  const people = Array.from({ length: phones }, () => ({ id: newId(), name: 'Pendata Bench' }));
  await inOneTransaction(services, actor, async ({ trx, now }) => {
    const { id: formId, version, title } = coreQuestionnaire;
    await trx
      .insertInto('questionnaires')
      .values({
        officeCode: office,
        formId,
        version,
        title,
        form: JSON.stringify(coreQuestionnaire),
        origin: 'built_in',
        createdAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('censusRounds')
      .values({
        officeCode: office,
        roundId,
        name: 'Bench',
        purpose: 'Bench',
        startsOn: '2026-01-01',
        endsOn: '2099-01-01',
        status: 'running',
        formId,
        formVersion: version,
        sampleSeed: 1,
        createdAt: now,
      })
      .execute();
    const users = people.map((one) => ({ ...one, email: `${one.id}@bench.example` }));
    await bulkInsert(trx, 'authUsers', { id: 'text', name: 'text', email: 'text' }, users);
    const membership = { officeCode: office, role: 'enumerator', scopeCode: office, validFrom: '2026-01-01' };
    await bulkInsert(
      trx,
      'memberships',
      {
        officeCode: 'text',
        membershipId: 'uuid',
        userId: 'text',
        role: 'text',
        scopeCode: 'text',
        validFrom: 'date',
      },
      people.map(({ id }) => ({ ...membership, membershipId: newId(), userId: id })),
    );
    const member = { officeCode: office, roundId, duty: 'enumerator', joinedOn: '2026-01-01' };
    await bulkInsert(
      trx,
      'censusMembers',
      { officeCode: 'text', roundId: 'uuid', userId: 'text', duty: 'text', joinedOn: 'date' },
      people.map(({ id }) => ({ ...member, userId: id })),
    );
  });
  const owner = await ownerClient(ownerUrl);
  await owner.query(
    `insert into census_rows (office_code, row_id, round_id, enterprise_id, source_list_id, place, status, assigned_to)
     select $1, gen_random_uuid(), $2, enterprise_id, $2, at, 'assigned', ($3::text[])[1 + (at - 1) / $4]
     from (select enterprise_id, row_number() over ()::int as at from enterprises where office_code = $1 limit $5) e`,
    [office, roundId, people.map(({ id }) => id), rows, phones * rows],
  );
  const { rows: handed } = await owner.query<{ user: string; ids: string[] }>(
    `select assigned_to as user, array_agg(row_id::text) as ids from census_rows where round_id = $1 group by 1`,
    [roundId],
  );
  await owner.query('analyze census_rows');
  await owner.end();
  const rowsOf = new Map(handed.map(({ user, ids }) => [user, ids]));
  const made: BenchPhone[] = [];
  for (const { id, name } of people) {
    const scope = { kind: 'office', code: office } as const;
    const person = {
      kind: 'person',
      id,
      name,
      officeCode: office,
      grants: [{ role: 'enumerator', scope }],
    } as const;
    const outcome = await execute(services, person, registerPhone, { phoneId: newId(), label: 'HP Bench' });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const { phoneId, deliveryToken, officeKey } = outcome.value;
    made.push({ phoneId, userId: id, deliveryToken, officeKey, roundId, rowIds: rowsOf.get(id) ?? [] });
  }
  return made;
}
