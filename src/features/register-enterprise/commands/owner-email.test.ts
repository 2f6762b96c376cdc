import { text as textOf } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { must } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseProfile } from '../queries/enterprise-profile.server.ts';
import { registerSheet } from '../queries/register-sheet.server.ts';
import { editOwner } from './edit-owner.server.ts';
import { merge } from './merge-enterprises.server.ts';
import { revealPersonalData } from './reveal-personal-data.server.ts';
import { undo } from './undo-merge.server.ts';

/** Owners of one enterprise each, with these addresses. */
async function owners(...emails: (string | undefined)[]) {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const made: { enterpriseId: string; ownerId: string }[] = [];
  for (const [at, email] of emails.entries())
    made.push(
      await anEnterprise(services, officer, {
        name: `Batik ${at}`,
        owner: `Siti ${at}`,
        ...(email ? { email } : {}),
      }),
    );
  const [first, second] = made;
  const profile = async () =>
    must(
      await read(services, officer, registerPermissions['enterprise.view'], (context) =>
        enterpriseProfile(context, first!.enterpriseId),
      ),
    )!;
  const edit = async (owner: object) =>
    execute(services, officer, editOwner, {
      ownerId: first!.ownerId,
      revision: (await profile()).owner!.revision,
      owner: { fullName: 'Siti 0', ...owner },
    });
  const open = async (actor = officer) =>
    execute(services, actor, revealPersonalData, {
      ownerId: first!.ownerId,
      fields: ['email'],
      reason: 'Mengirim undangan',
    });
  const opened = async () => must(await open()).email;
  return { services, office, officer, first: first!, second, profile, edit, open, opened };
}

test('an address is kept sealed, shown masked, and opened only for a reason that stands in the trail', async () => {
  const { services, office, profile, open } = await owners('Siti.Batik@CONTOH.id');
  expect((await profile()).owner?.emailMasked).toBe('S***@contoh.id');
  expect(await open(anActor(office, 'partner'))).toMatchObject({ refusal: { code: 'forbidden' } });
  expect(await open()).toMatchObject({ value: { email: 'Siti.Batik@contoh.id' } });
  const stored = await withOffice(services.db, office, async (trx) => [
    await trx.selectFrom('owners').selectAll().execute(),
    await trx.selectFrom('recordChanges').selectAll().execute(),
    await trx.selectFrom('auditEvents').selectAll().execute(),
  ]);
  expect(stored[2]!.at(-1)).toMatchObject({ action: 'owner.revealed', details: { fields: ['email'] } });
  const everything = JSON.stringify(stored, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  expect(everything).not.toContain('Siti.Batik');
});

test('it is replaced, left alone, erased when told; the history says so, masked', async () => {
  const { services, office, edit, opened } = await owners('siti@contoh.id');
  expect(await edit({ email: 'siti@' })).toMatchObject({
    refusal: { fields: [{ path: 'owner.email', code: 'email_invalid' }] },
  });
  expect(await edit({ email: 'siti@contoh.id' })).toMatchObject({ value: { changed: 0 } });
  expect(await edit({ email: 'siti@toko.contoh.id' })).toMatchObject({ value: { changed: 1 } });
  expect(await edit({ sex: 'female' })).toMatchObject({ value: { changed: 1 } });
  expect(await opened()).toBe('siti@toko.contoh.id');
  expect(await edit({ sex: 'female', erase: ['email'] })).toMatchObject({ value: { changed: 1 } });
  expect(await opened()).toBe(null);
  const history = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('recordChanges').select('changes').execute(),
  );
  expect(JSON.stringify(history)).toContain('s***@toko.contoh.id');
  expect(JSON.stringify(history)).not.toContain('siti@');
});

test.each([
  [
    'the survivor keeps its own address',
    'siti@contoh.id',
    'budi@contoh.id',
    'siti@contoh.id',
    'siti@contoh.id',
  ],
  ['a survivor without one takes the other’s', undefined, 'budi@contoh.id', 'budi@contoh.id', null],
])(
  'of two records of one owner %s; undone, each has its own again',
  async (_name, one, other, shown, back) => {
    const { services, officer, first, second, opened } = await owners(one, other);
    const kind = 'same_owner';
    const { mergeId } = must(
      await execute(services, officer, merge, {
        kind,
        survivorId: first.enterpriseId,
        mergedId: second!.enterpriseId,
      }),
    );
    expect(await opened()).toBe(shown);
    must(await execute(services, officer, undo, { mergeId }));
    expect(await opened()).toBe(back);
  },
);

test('an address written since the merge goes where it was written', async () => {
  const { services, officer, first, second, edit, opened } = await owners(undefined, 'budi@contoh.id');
  const { mergeId } = must(
    await execute(services, officer, merge, {
      kind: 'same_owner',
      survivorId: first.enterpriseId,
      mergedId: second!.enterpriseId,
    }),
  );
  must(await edit({ email: 'siti@contoh.id' }));
  expect(await opened()).toBe('siti@contoh.id');
  must(await execute(services, officer, undo, { mergeId }));
  expect(await opened()).toBe('siti@contoh.id');
});

test('records that were merged before there were addresses are parted, and written to, as ever', async () => {
  const { services, office, officer, first, second, edit, opened } = await owners(undefined, undefined);
  const { mergeId } = must(
    await execute(services, officer, merge, {
      kind: 'same_owner',
      survivorId: first.enterpriseId,
      mergedId: second!.enterpriseId,
    }),
  );
  await withOffice(services.db, office, async (trx) => {
    for (const { ownerId, own } of await trx.selectFrom('owners').select(['ownerId', 'own']).execute()) {
      if (own === null) continue;
      const { values, ...rest } = own as { values: Record<string, unknown> };
      const older = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('email')));
      await trx
        .updateTable('owners')
        .set({ own: JSON.stringify({ ...rest, values: older }) })
        .where('ownerId', '=', ownerId)
        .execute();
    }
  });
  must(await edit({ sex: 'female' }));
  must(await edit({ sex: 'female', email: 'siti@contoh.id' }));
  expect(await opened()).toBe('siti@contoh.id');
  must(await execute(services, officer, undo, { mergeId }));
  expect(await opened()).toBe('siti@contoh.id');
});

test('the sheet of the register holds the mask, and the address only when opened for a reason', async () => {
  const { services, officer, first } = await owners('siti@contoh.id');
  const sheet = (unmasked: boolean) =>
    textOf(
      registerSheet(
        { services, actor: officer, enterpriseIds: [first.enterpriseId], locale: 'id', unmasked },
        'csv',
      ),
    );
  expect(await sheet(false)).toContain('s***@contoh.id');
  expect(await sheet(false)).not.toContain('siti@contoh.id');
  expect(await sheet(true)).toContain('siti@contoh.id');
});
