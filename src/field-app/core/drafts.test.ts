import { expect, test } from 'vitest';
import { fakeSeal } from '../testing/fake-seal.ts';
import { openMemoryStore } from '../testing/memory-store.ts';
import { openOfficeDouble } from '../testing/office-double.ts';
import { openLife } from '../testing/phone-life.ts';
import { fromBase64url } from './base64url.ts';
import { type DraftKeeper, sealOldDrafts } from './drafts.ts';
import { discardDraft, finishDraft } from './finish.ts';

async function aVisit() {
  const clock = { ms: Date.UTC(2026, 2, 14, 7) };
  const office = openOfficeDouble({ now: () => clock.ms });
  const disk = openMemoryStore();
  const life = openLife(disk, office, fakeSeal, () => clock.ms);
  await life.register('siti');
  const keeper = (await life.begin('row-1'))!;
  const type = (name: string) => keeper.change({ ...keeper.draft, answers: { name } });
  const sealedAnswers = async () => {
    const { envelope } = (await disk.get('drafts', keeper.draft.id))!;
    const plain = new TextDecoder().decode(fromBase64url(envelope!.sealed)!);
    return JSON.parse(plain.slice(plain.indexOf('{'))).submission.answers;
  };
  return { clock, disk, life, keeper, type, sealedAnswers };
}

async function untilWritten(keeper: DraftKeeper): Promise<void> {
  while (keeper.state === 'saving') await new Promise((resolve) => setImmediate(resolve));
}

test('keystrokes are written in order, and the last one wins', async () => {
  const { disk, life, keeper, type } = await aVisit();
  for (const text of ['B', 'Ba', 'Bat', 'Bati', 'Batik']) type(text);
  expect(await keeper.flush()).toBe('saved');
  life.kill();
  const next = openLife(disk, openOfficeDouble(), fakeSeal, () => 0);
  await next.enter('siti');
  expect((await next.reopen())?.draft.answers).toEqual({ name: 'Batik' });
});

test('a draft is sealed anew after two seconds and when typing pauses, not at each keystroke', async () => {
  const { clock, life, keeper, type, sealedAnswers } = await aVisit();
  type('Ba');
  await Promise.resolve();
  clock.ms += 500;
  type('Batik');
  await untilWritten(keeper);
  expect(await sealedAnswers()).toEqual({});
  life.pause();
  await untilWritten(keeper);
  expect(await sealedAnswers()).toEqual({ name: 'Batik' });
});

test('a phone closed in mid-word has an old sealed copy; the next unlocking seals it anew', async () => {
  const { disk, life, keeper, type, sealedAnswers } = await aVisit();
  type('Batik');
  await untilWritten(keeper);
  life.kill();
  expect(await sealedAnswers()).toEqual({});
  const next = openLife(disk, openOfficeDouble(), fakeSeal, () => 0);
  await next.enter('siti');
  await sealOldDrafts(next.tools, next.unlocked()!);
  expect(await sealedAnswers()).toEqual({ name: 'Batik' });
});

test('a draft that is opened again goes on from the last word typed before', async () => {
  const { life, keeper, type } = await aVisit();
  type('Batik');
  const again = (await life.reopen())!;
  expect(again.draft.answers).toEqual({ name: 'Batik' });
  again.change({ ...again.draft, answers: { name: 'Batik Jaya' } });
  type('too late');
  life.pause();
  await keeper.flush();
  await again.flush();
  expect((await life.reopen())?.draft.answers).toEqual({ name: 'Batik Jaya' });
});

test('on a full phone what was typed stays, and is saved once there is room', async () => {
  const { disk, life, keeper, type } = await aVisit();
  const states: string[] = [];
  keeper.onState((state) => states.push(state));
  life.fates.push('full', 'full');
  type('Batik Jaya');
  expect(await keeper.flush()).toBe('full');
  expect(keeper.draft.answers).toEqual({ name: 'Batik Jaya' });
  expect(await keeper.flush()).toBe('saved');
  expect(states).toContain('full');
  expect((await disk.ids('drafts')).length).toBe(1);
});

test('on a full phone a visit cannot be finished, and its draft stands', async () => {
  const { disk, life, keeper } = await aVisit();
  life.fates.push('full');
  expect(await finishDraft(life.tools, life.unlocked()!, keeper)).toBe('full');
  expect(await disk.ids('drafts')).toEqual([keeper.draft.id]);
  expect(await disk.ids('outbox')).toEqual([]);
});

test('what one tab has finished another cannot bring back', async () => {
  const { disk, life, keeper, type } = await aVisit();
  expect(await finishDraft(life.tools, life.unlocked()!, keeper)).toBe('finished');
  type('too late');
  expect(await keeper.flush()).toBe('gone');
  expect(await finishDraft(life.tools, life.unlocked()!, keeper)).toBe('gone');
  expect(await disk.ids('drafts')).toEqual([]);
});

test('a draft thrown away takes its photos along; a photo thrown away goes when the visit is finished', async () => {
  const { disk, life, keeper } = await aVisit();
  const kept = await life.photograph(new Uint8Array(10));
  await life.photograph(new Uint8Array(10));
  keeper.change({ ...keeper.draft, photos: [kept] });
  await finishDraft(life.tools, life.unlocked()!, keeper);
  expect(await disk.ids('photos')).toEqual([kept.id]);
  const other = (await life.begin(null))!;
  await life.photograph(new Uint8Array(10));
  await discardDraft(disk, other.draft.id);
  expect(await disk.ids('photoBytes')).toEqual([kept.id]);
});
