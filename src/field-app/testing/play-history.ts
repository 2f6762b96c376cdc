import fc from 'fast-check';
import type { FormAnswers } from '#features/survey-field/rules/wire.ts';
import { discardDraft, finishDraft } from '../core/finish.ts';
import { acceptReceiptFile, makeOutboxFile } from '../core/outbox-file.ts';
import type { Seal } from '../core/sealing.ts';
import type { PhoneStore } from '../core/store.ts';
import { syncOnce } from '../core/sync.ts';
import type { Fate } from './memory-store.ts';
import type { LineFate, TestOffice } from './office-double.ts';
import { type Life, openLife } from './phone-life.ts';

/** Two who share a phone. */
export type Who = 'siti' | 'budi';

/** One thing that happens to a phone in a day. */
export type Deed =
  | { do: 'enter' | 'forget_pin' | 'revoke'; who: Who }
  | { do: 'begin'; row: string | null }
  | { do: 'type'; text: string; settles: boolean }
  | { do: 'photo'; size: number }
  | { do: 'pause' | 'discard' | 'kill' | 'reopen' | 'revoke_phone' | 'finish_in_two_tabs' }
  | { do: 'finish'; fate: Fate }
  | { do: 'sync'; pin: boolean; line: LineFate[]; disk: Fate[] }
  | { do: 'file'; isReceived: boolean; isAnswered: boolean };

const who = fc.constantFrom<Who>('siti', 'budi');
const fate = fc.constantFrom<Fate>('go', 'go', 'kill-before', 'kill-after', 'full');
const lineFate = fc.constantFrom<LineFate>(
  'ok',
  'ok',
  'ok',
  'lost_before',
  'lost_after',
  'half_piece',
  'busy',
);

/** How often each happens, of a hundred; accounts and phones are seldom revoked. */
const weighted = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });
const plain = (...names: ('pause' | 'discard' | 'kill' | 'reopen' | 'finish_in_two_tabs')[]) =>
  fc.constantFrom(...names).map((name): Deed => ({ do: name }));

export const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    weighted(5, fc.record({ do: fc.constant('enter' as const), who })),
    weighted(1, fc.record({ do: fc.constant('forget_pin' as const), who })),
    weighted(1, fc.record({ do: fc.constant('revoke' as const), who })),
    weighted(1, fc.constant<Deed>({ do: 'revoke_phone' })),
    weighted(8, fc.record({ do: fc.constant('begin' as const), row: fc.constantFrom('r1', 'r2', null) })),
    weighted(
      22,
      fc.record({
        do: fc.constant('type' as const),
        text: fc.string({ maxLength: 4 }),
        settles: fc.boolean(),
      }),
    ),
    weighted(
      12,
      fc.record({ do: fc.constant('photo' as const), size: fc.constantFrom(10, 70_000, 140_000) }),
    ),
    weighted(10, plain('pause', 'pause', 'kill', 'reopen', 'discard', 'finish_in_two_tabs')),
    weighted(18, fc.record({ do: fc.constant('finish' as const), fate })),
    weighted(
      18,
      fc.record({
        do: fc.constant('sync' as const),
        pin: fc.boolean(),
        line: fc.array(lineFate, { maxLength: 6 }),
        disk: fc.array(fate, { maxLength: 3 }),
      }),
    ),
    weighted(
      4,
      fc.record({ do: fc.constant('file' as const), isReceived: fc.boolean(), isAnswered: fc.boolean() }),
    ),
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** What ought to be: kept beside the phone by the plainest means. */
export type Expected = {
  /** Submission → answers with which it was finished. */
  finished: Map<string, FormAnswers>;
  /** Draft → every state it was in, in order. */
  typed: Map<string, string[]>;
  /** Draft → how many of these were surely saved. */
  settled: Map<string, number>;
  /** Photos of what was finished. */
  photos: Map<string, string>;
  discarded: Set<string>;
};

/** Whether a draft stood so at some moment of its writing, and not before it was last surely saved. */
export function isKeptState(expected: Expected, id: string, answers: FormAnswers): boolean {
  const at = expected.typed.get(id)?.lastIndexOf(JSON.stringify(answers)) ?? -1;
  return at + 1 >= Math.max(1, expected.settled.get(id) ?? 0);
}

export type History = { expected: Expected; disk: PhoneStore; life: () => Life; relive: () => Promise<Life> };

/** Plays deeds on a phone and keeps the plain model of what should come of them. */
export async function playHistory(
  given: {
    disk: PhoneStore;
    office: TestOffice;
    seal: Seal;
    now: () => number;
    /** By what ids the office knows the two. */
    idOf?: (who: Who) => string;
  },
  list: readonly Deed[],
  afterEach: (history: History) => Promise<void>,
): Promise<History> {
  const { disk, office, seal, now, idOf = (who) => who } = given;
  const expected: Expected = {
    finished: new Map(),
    typed: new Map(),
    settled: new Map(),
    photos: new Map(),
    discarded: new Set(),
  };
  let person: string = idOf('siti');
  let life = openLife(disk, office, seal, now);

  async function relive(): Promise<Life> {
    life.kill();
    life = openLife(disk, office, seal, now);
    await life.enter(person);
    return life;
  }

  /** Whatever dies in the middle, the disk says whether it had happened. */
  async function tryDeed(deed: Deed): Promise<void> {
    try {
      await playDeed(deed);
    } catch (error) {
      if (!life.isDead() && !(error instanceof DOMException)) throw error;
    }
    if (life.isDead()) await relive();
    else life.fates.length = 0;
    office.fates.length = 0;
  }

  async function noteFinish(life: Life, finish: () => Promise<unknown>): Promise<void> {
    const { draft } = life.keeper()!;
    const wasThere = (await disk.get('drafts', draft.id)) !== undefined;
    try {
      await finish();
    } finally {
      if (wasThere && (await disk.get('outbox', draft.id))) {
        expected.finished.set(draft.id, draft.answers);
        for (const { id } of draft.photos) expected.photos.set(id, draft.id);
        life.hold(null);
      }
    }
  }

  function noteTyped(id: string, answers: FormAnswers): void {
    const states = expected.typed.get(id) ?? [];
    states.push(JSON.stringify(answers));
    expected.typed.set(id, states);
  }

  /** People open a visit before they write in it. */
  async function openVisit(): Promise<void> {
    if (!life.unlocked()) await life.enter(person);
    if (!life.unlocked() || life.keeper() || (await life.reopen())) return;
    const begun = await life.begin('r1');
    if (begun) noteTyped(begun.draft.id, {});
  }

  async function playDeed(deed: Deed): Promise<void> {
    if (deed.do === 'type' || deed.do === 'photo' || deed.do === 'finish') await openVisit();
    const keeper = life.keeper();
    const unlocked = life.unlocked();
    if (deed.do === 'enter') {
      person = idOf(deed.who);
      const isRevoked = office.isRevoked(person);
      if (!(await life.enter(person)) && !isRevoked) await life.register(person);
    } else if (deed.do === 'forget_pin') {
      person = idOf(deed.who);
      if (!office.isRevoked(person)) await life.register(person);
      life.hold(null);
    } else if (deed.do === 'revoke') await office.revoke(idOf(deed.who));
    else if (deed.do === 'revoke_phone') await office.revokePhones();
    else if (deed.do === 'kill') await relive();
    else if (deed.do === 'begin' && unlocked) {
      const begun = await life.begin(deed.row);
      if (begun) noteTyped(begun.draft.id, {});
    } else if (deed.do === 'reopen' && unlocked) {
      const before = keeper && keeper.state !== 'gone' ? keeper.draft : null;
      if (before) await keeper!.flush();
      const reopened = await life.reopen();
      if (reopened && !isKeptState(expected, reopened.draft.id, reopened.draft.answers))
        throw new Error('a draft that nobody typed, or that lost what was saved');
    } else if (deed.do === 'type' && keeper) {
      const answers = { ...keeper.draft.answers, name: deed.text };
      noteTyped(keeper.draft.id, answers);
      keeper.change({ ...keeper.draft, answers });
      if (deed.settles && (await keeper.flush()) === 'saved')
        expected.settled.set(keeper.draft.id, expected.typed.get(keeper.draft.id)!.length);
    } else if (deed.do === 'photo' && keeper && unlocked) {
      await life.photograph(new Uint8Array(deed.size).fill(7));
    } else if (deed.do === 'pause') life.pause();
    else if (deed.do === 'discard' && keeper) {
      expected.discarded.add(keeper.draft.id);
      if (!expected.finished.has(keeper.draft.id)) await discardDraft(life.store, keeper.draft.id);
      life.hold(null);
    } else if (deed.do === 'finish' && keeper && unlocked) {
      life.fates.push(deed.fate);
      await noteFinish(life, () => finishDraft(life.tools, unlocked, keeper));
    } else if (deed.do === 'finish_in_two_tabs' && keeper && unlocked) {
      await noteFinish(life, () =>
        Promise.all([finishDraft(life.tools, unlocked, keeper), finishDraft(life.tools, unlocked, keeper)]),
      );
      keeper.change({ ...keeper.draft, answers: { name: 'too late' } });
      await keeper.flush();
    } else if (deed.do === 'sync') {
      office.fates.push(...deed.line);
      life.fates.push(...deed.disk);
      const { wiped } = await syncOnce(life.sync, deed.pin ? unlocked : null);
      if (unlocked && wiped.includes(unlocked.userId)) life.lock();
    } else if (deed.do === 'file' && (await disk.get('phone', 'phone'))) {
      const file = await makeOutboxFile(life.store, now());
      if (!deed.isReceived) return;
      const receipt = await office.receiveFile(await file.blob.text());
      if (deed.isAnswered) await acceptReceiptFile(life.store, receipt, now());
    }
  }

  const history = { expected, disk, life: () => life, relive };
  await life.register(person);
  for (const deed of list) {
    await tryDeed(deed);
    await afterEach(history);
  }
  return history;
}
