import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { type Command, execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../factory.ts';
import { MergeModel, type Said } from '../merge-model.ts';
import { registerPermissions } from '../permissions.ts';
import { enterpriseProfile } from '../queries/enterprise-profile.server.ts';
import { searchRegister } from '../queries/register-search.server.ts';
import { editEnterprise } from './edit-enterprise.server.ts';
import { editOwner } from './edit-owner.server.ts';
import { addEvidence } from './keep-evidence.server.ts';
import { addProduct } from './keep-products.server.ts';
import { merge } from './merge-enterprises.server.ts';
import { recordFigure } from './record-figure.server.ts';
import { revealPersonalData } from './reveal-personal-data.server.ts';
import { undo } from './undo-merge.server.ts';

const RECORDS = 4;
/** The same histories every time; another seed tries others. */
const SEED = Number(process.env.GAWANGAN_MERGE_SEED ?? 2026);
const RUNS = Number(process.env.GAWANGAN_MERGE_RUNS ?? 20);
const villages = ['33.75.04.1004', '33.75.01.1004'];
const niks = ['3375034507850003', '3375011505770002', '3375026009810001', '3375041203690005'];

const record = fc.nat(RECORDS - 1);
const word = fc.constantFrom('Ayu', 'Sari', 'Jaya', null);
const other = fc.integer({ min: 1, max: RECORDS - 1 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom('same', 'same', 'family_continues', 'same_owner'), record, other),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('undo'), fc.nat(9), fc.nat(9)) },
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('brand', 'brand', 'address'), record, word) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('rt'), record, fc.constantFrom('1', '2', null)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('village'), record, fc.constantFrom(...villages, null)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant('nib'), record, fc.constantFrom('1234567890123', 'not_shown')),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('homeAddress'), record, word) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('product', 'figure', 'evidence', 'phone'), record, fc.nat(9)),
  },
);
const history = fc.record({
  steps: fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }),
  /** Which of the owners has a NIK: one of them at most, so that nobody contradicts. */
  withNik: fc.option(record),
  unsaid: fc.array(fc.boolean(), { minLength: RECORDS, maxLength: RECORDS }),
  /** In which order whatever still stands is undone at the end. */
  backwards: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
});

/** A register of a few enterprises beside the model of it; what is done to one is done to the other. */
class Story {
  readonly services: TestServices;
  readonly actor;
  readonly enterprises = new MergeModel();
  readonly owners = new MergeModel();
  readonly ids: string[] = [];
  readonly ownerIds: string[] = [];
  /** Child → the record it was added to. */
  readonly children = new Map<string, string>();
  /** Merge of enterprises → merge of owners that came with it. */
  readonly #with = new Map<string, string>();
  readonly #nik: string | null;

  constructor(services: TestServices, office: string, nik: string | null) {
    this.services = services;
    this.actor = anActor(office);
    this.#nik = nik;
  }

  do<Shape extends z.ZodType, Value>(command: Command<Shape, Value>, input: unknown) {
    return execute(this.services, this.actor, command, input);
  }

  async begin(unsaid: readonly boolean[], withNik: number | null): Promise<void> {
    for (let at = 0; at < RECORDS; at++) {
      const name = `Usaha ${at} ${newId()}`;
      const nik = at === withNik ? this.#nik : null;
      const made = await anEnterprise(this.services, this.actor, { name, owner: `Pemilik ${at}`, nik });
      this.ids.push(made.enterpriseId);
      this.ownerIds.push(made.ownerId);
      const plain = { name, village: villages[0]!, rt: null, address: null, brand: null, activity: null };
      this.enterprises.add(made.enterpriseId, { ...plain, nib: 'unknown', ownerId: made.ownerId });
      this.owners.add(made.ownerId, { fullName: `Pemilik ${at}`, homeAddress: null, nik });
      if (!unsaid[at]) {
        await this.write(at, 'brand', `Merek ${at}`);
        await this.write(at, 'address', `Jalan ${at}`);
        await this.write(at, 'homeAddress', `Rumah ${at}`);
      }
    }
  }

  profile(id: string) {
    const view = registerPermissions['enterprise.view'];
    return read(this.services, this.actor, view, (context) => enterpriseProfile(context, id)).then(
      (outcome) => must(outcome)!,
    );
  }

  async take([kind, one, value]: readonly [string, number, string | number | null]): Promise<void> {
    if (kind === 'undo') return this.#undoAt(one + Number(value));
    if (kind === 'same' || kind === 'family_continues' || kind === 'same_owner')
      return this.#merge(kind, this.ids[one]!, this.ids[(one + Number(value)) % RECORDS]!);
    if (['product', 'figure', 'evidence', 'phone'].includes(kind)) return this.#add(kind, one, Number(value));
    return this.write(one, kind, value as string | null);
  }

  async write(at: number, field: string, value: string | null): Promise<void> {
    if (field === 'homeAddress') {
      const ownerId = this.ownerIds[at]!;
      const owner = { fullName: this.owners.shown(this.owners.rootOf(ownerId)).fullName };
      const given = value === null ? { erase: ['homeAddress'] } : { homeAddress: value };
      const { revision } = await this.#row('owners', this.owners.rootOf(ownerId));
      must(await this.do(editOwner, { ownerId, revision, owner: { ...owner, ...given } }));
      return this.owners.write(ownerId, field, value);
    }
    const enterpriseId = this.ids[at]!;
    const { enterprise } = await this.profile(enterpriseId);
    const said = { ...this.enterprises.shown(this.enterprises.rootOf(enterpriseId)), [field]: value };
    const nib =
      said.nib === 'unknown' || said.nib === 'not_shown' ? { answer: said.nib } : { value: said.nib };
    const form = {
      name: said.name,
      sector: 'batik',
      brand: said.brand ?? '',
      activity: said.activity ?? '',
      nib,
    };
    const place = { villageCode: said.village, rt: said.rt, address: said.address };
    const premises = Object.fromEntries(Object.entries(place).filter(([, text]) => text !== null));
    const { revision } = enterprise;
    must(await this.do(editEnterprise, { enterpriseId, revision, enterprise: form, premises }));
    this.enterprises.write(enterpriseId, field, value);
  }

  async #merge(kind: 'same' | 'family_continues' | 'same_owner', survivorId: string, mergedId: string) {
    const into = this.enterprises.rootOf(survivorId);
    const from = this.enterprises.rootOf(mergedId);
    const ownerOf = (id: string) => this.owners.rootOf(this.enterprises.shown(id).ownerId!);
    const [ownerInto, ownerFrom] = [ownerOf(into), ownerOf(from)];
    const outcome = await this.do(merge, { kind, survivorId, mergedId });
    const areOne = kind === 'same_owner' ? ownerInto === ownerFrom : into === from;
    // Two enterprises that one owner registered have no merge to answer with.
    if (areOne && !outcome.ok) return expect(outcome.refusal.code).toBe('already_done');
    const { mergeId, isRepeated } = must(outcome);
    expect(isRepeated).toBe(areOne);
    if (isRepeated) return;
    if (kind === 'same_owner') return this.owners.merge(mergeId, ownerFrom, ownerInto);
    // Registered in the same moment: the later id is the later record.
    const takes = kind === 'family_continues' && ownerFrom > ownerInto ? ['ownerId'] : [];
    this.enterprises.merge(mergeId, from, into, takes);
    if (kind === 'same' && ownerInto !== ownerFrom) {
      this.#with.set(mergeId, `owners of ${mergeId}`);
      this.owners.merge(`owners of ${mergeId}`, ownerFrom, ownerInto);
    }
  }

  async #undoAt(at: number): Promise<void> {
    const standing = [
      ...this.enterprises.standing(),
      ...this.owners.standing().filter((mergeId) => !mergeId.startsWith('owners of')),
    ];
    const mergeId = standing[at % standing.length];
    if (mergeId) await this.undo(mergeId);
  }

  async undo(mergeId: string): Promise<void> {
    expect(must(await this.do(undo, { mergeId }))).toEqual({ isRepeated: false });
    expect(must(await this.do(undo, { mergeId }))).toEqual({ isRepeated: true });
    this.enterprises.undo(mergeId);
    this.owners.undo(mergeId);
    this.owners.undo(`owners of ${mergeId}`);
  }

  async #add(kind: string, at: number, value: number): Promise<void> {
    const enterpriseId = this.ids[at]!;
    if (kind === 'product') {
      const made = must(await this.do(addProduct, { enterpriseId, product: { name: `Produk ${value}` } }));
      this.children.set(made.productId, enterpriseId);
    } else if (kind === 'figure') {
      const figure = { enterpriseId, kind: 'sales', year: 2020 + (value % 5), amount: `${value + 1}000000` };
      this.children.set(must(await this.do(recordFigure, figure)).figureId, enterpriseId);
    } else if (kind === 'evidence') {
      const award = { enterpriseId, kind: 'award', number: `UPK-${value}`, grade: 'seen' };
      this.children.set(must(await this.do(addEvidence, award)).evidenceId, enterpriseId);
    } else {
      const ownerId = this.ownerIds[at]!;
      const { revision, fullName } = await this.#row('owners', this.owners.rootOf(ownerId));
      const addPhone = { number: `0812345678${10 + value}`, whose: 'own' };
      must(await this.do(editOwner, { ownerId, revision, owner: { fullName, addPhone } }));
    }
  }

  /** Everything is shown as the model shows it, once. */
  async check(): Promise<void> {
    for (const root of this.enterprises.roots()) {
      const members = this.enterprises.membersOf(root);
      const profile = await this.profile(members.at(-1)!);
      const shown = this.enterprises.shown(root);
      expect(profile.enterprise.enterpriseId).toBe(root);
      expect(saidBy(profile)).toEqual({ ...shown, ownerId: this.owners.rootOf(shown.ownerId!) });
      const there = [
        ...profile.products.map(({ productId }) => productId),
        ...profile.figures.map(({ figureId }) => figureId),
        ...profile.evidences.map(({ evidenceId }) => evidenceId),
      ];
      const expected = [...this.children].filter(([, at]) => members.includes(at)).map(([child]) => child);
      expect(there.sort()).toEqual(expected.sort());
      const own = members.map((id) => this.enterprises.own(id).name!);
      for (const name of own) expect(await this.#find(name)).toEqual([root]);
    }
    for (const root of this.owners.roots()) {
      const { nik, homeAddress, fullName } = this.owners.shown(root);
      const fields = ['nik', 'home_address'];
      const shown = await this.do(revealPersonalData, { ownerId: root, fields, reason: 'Memeriksa' });
      expect(must(shown)).toEqual({ nik, home_address: homeAddress });
      expect((await this.#row('owners', root)).fullName).toBe(fullName);
    }
  }

  async #find(text: string): Promise<string[]> {
    const view = registerPermissions['enterprise.view'];
    const search = { text, filter: {}, offset: 0, limit: 10 };
    const found = must(
      await read(this.services, this.actor, view, (context) => searchRegister(context, search)),
    );
    return found.enterpriseIds.slice(0, found.enterprises);
  }

  async #row(table: 'owners', id: string) {
    return withOffice(this.services.db, this.actor.officeCode, (trx) =>
      trx.selectFrom(table).selectAll().where('ownerId', '=', id).executeTakeFirstOrThrow(),
    );
  }

  /** After everything is undone: every record by itself again, with its own, and no trace of having been one of several. */
  async checkApart(): Promise<void> {
    for (const id of this.ids) expect(this.enterprises.shown(id)).toEqual(this.enterprises.own(id));
    for (const id of this.ownerIds) expect(this.owners.shown(id)).toEqual(this.owners.own(id));
    await withOffice(this.services.db, this.actor.officeCode, async (trx) => {
      const enterprises = trx.selectFrom('enterprises').where('enterpriseId', 'in', this.ids);
      const owners = trx.selectFrom('owners').where('ownerId', 'in', this.ownerIds);
      const alone = Array.from({ length: RECORDS }, () => ({ mergedInto: null, own: null }));
      expect(await enterprises.select(['mergedInto', 'own']).execute()).toEqual(alone);
      expect(await owners.select(['mergedInto', 'own']).execute()).toEqual(alone);
    });
  }
}

function saidBy({ enterprise, premises, owner }: Awaited<ReturnType<Story['profile']>>): Said {
  const { name, brand, activity, nib, nibAnswer } = enterprise;
  const { villageCode = null, rt = null, address = null } = premises ?? {};
  const ownerId = owner?.ownerId ?? null;
  return { name, brand, activity, nib: nib ?? nibAnswer, village: villageCode, rt, address, ownerId };
}

test(
  'whatever is merged, edited, added and undone in whatever order: nothing is lost and nothing invented',
  async () => {
    const services = await freshServices();
    const office = await anOffice(services);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, withNik, unsaid, backwards }) => {
        const story = new Story(services, office, niks[run++ % niks.length]!);
        await story.begin(unsaid, withNik);
        for (const one of steps) await story.take(one as readonly [string, number, string | number | null]);
        await story.check();
        for (const at of backwards) await story.take(['undo', at, 0]);
        await story.checkApart();
        await story.check();
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  30_000 + RUNS * 2_000,
);
