import { expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { type CommandContext, execute, inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseProfile } from '../queries/enterprise-profile.server.ts';
import { recordsSideBySide } from '../queries/records-side-by-side.server.ts';
import { createSourceList } from './create-source-list.server.ts';
import { merge, mergeEnterprises } from './merge-enterprises.server.ts';
import { mergeOwners } from './merge-owners.server.ts';
import { registerMany } from './register-many.server.ts';
import { withdrawUntouched } from './withdraw-untouched.server.ts';

/** Bu Karsi by hand, with a name only; and from a list a record with a NIK, a phone, a birth date and a product. */
async function aHandAndAList() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const machine = <Value>(work: (context: CommandContext) => Promise<Value>) =>
    inOneTransaction(services, systemActor(office, 'Gawangan'), work);
  const hand = await anEnterprise(services, officer, { name: 'Batik Karsi', owner: 'Karsi' });
  const listed = { enterpriseId: newId(), ownerId: newId() };
  const sourceListId = await machine(async (context) => {
    const list = { name: 'BPUM', kind: 'bpum', asOf: '2026-01-01', legalBasis: null } as const;
    const id = await createSourceList(context, list);
    const owner = {
      ownerId: listed.ownerId,
      fullName: 'Bu Karsi',
      nik: '3375034507850003',
      birthDate: '1985-07-05',
      phones: [{ number: '+6281234567890', whose: 'own' as const }],
    };
    const enterprise = {
      ...listed,
      name: 'Batik Bu Karsi',
      sector: 'batik' as const,
      products: [{ name: 'Taplak' }],
      source: { sourceListId: id, row: 1, key: null },
    };
    const origin = { via: 'import', sourceKind: 'list', sourceListId: id } as const;
    await registerMany(context, { owners: [owner], enterprises: [enterprise] }, origin);
    return id;
  });
  const profile = async (id: string) =>
    must(
      await read(services, officer, registerPermissions['enterprise.view'], (context) =>
        enterpriseProfile(context, id),
      ),
    );
  const withdraw = () =>
    machine((context) => withdrawUntouched(context, { sourceListId, enterpriseIds: [listed.enterpriseId] }));
  return { services, officer, machine, hand, listed, profile, withdraw };
}

const nothingOfTheList = {
  enterprise: { name: 'Batik Karsi' },
  owner: { fullName: 'Karsi', nikMasked: null, phones: [] },
  products: [],
  merges: [],
};

test('what the machine led to a record of the list stands alone again, and the record goes with its list', async () => {
  const { machine, hand, listed, profile, withdraw } = await aHandAndAList();
  const of = { survivorId: listed.enterpriseId, mergedId: hand.enterpriseId, kind: 'same' } as const;
  must(await machine((context) => mergeEnterprises(context, of)));
  expect((await profile(hand.enterpriseId))?.enterprise.enterpriseId).toBe(listed.enterpriseId);
  expect(await withdraw()).toBe(0);
  const alone = await profile(hand.enterpriseId);
  expect(alone?.enterprise.enterpriseId).toBe(hand.enterpriseId);
  expect(alone).toMatchObject(nothingOfTheList);
});

test.each(['survivor', 'merged'])(
  'owners whom the machine made one part, the list’s being the %s: no number of the list stays',
  async (side) => {
    const { machine, hand, listed, profile, withdraw } = await aHandAndAList();
    const [survivor, merged] = side === 'merged' ? [hand, listed] : [listed, hand];
    const of = { survivorId: survivor.ownerId, mergedId: merged.ownerId };
    must(await machine((context) => mergeOwners(context, of)));
    expect((await profile(hand.enterpriseId))?.owner?.phones).toHaveLength(1);
    expect(await withdraw()).toBe(0);
    expect(await profile(hand.enterpriseId)).toMatchObject(nothingOfTheList);
  },
);

test('a record of the list that a person chose to keep is somebody’s work, and stays', async () => {
  const { services, officer, hand, listed, withdraw } = await aHandAndAList();
  const of = { survivorId: listed.enterpriseId, mergedId: hand.enterpriseId, kind: 'same' };
  must(await execute(services, officer, merge, of));
  expect(await withdraw()).toBe(1);
});

test('beside another, a record shows products and lists of all that are one with it; as they were, its own', async () => {
  const { machine, hand, listed } = await aHandAndAList();
  const of = { survivorId: hand.enterpriseId, mergedId: listed.enterpriseId, kind: 'same' } as const;
  must(await machine((context) => mergeEnterprises(context, of)));
  const shown = (asTheyWere: boolean) =>
    machine((context) => recordsSideBySide(context, [hand.enterpriseId], { asTheyWere }));
  expect((await shown(false)).get(hand.enterpriseId)).toMatchObject({
    products: ['Taplak'],
    sources: [{ name: 'BPUM', asOf: '2026-01-01' }],
  });
  expect((await shown(true)).get(hand.enterpriseId)).toMatchObject({ products: [], sources: [] });
});
