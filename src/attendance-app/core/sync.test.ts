import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { AttendanceState } from '#features/run-intake/rules/attendance-state.ts';
import type { AttendanceWork, SendMarks } from '#features/run-intake/rules/attendance-wire.ts';
import { makeOfficeLine } from './office-line.ts';
import { type MarkRecord, openPhoneStore } from './phone-store.ts';
import { countSession, whatCounts } from './sheet.ts';
import { syncOnce } from './sync.ts';

const code = '33.75.kh7m2-qpx9d-nc4rt-wzv8k';
const work: AttendanceWork = {
  officeName: 'Dinas',
  programme: 'Pelatihan ekspor',
  intake: 'Angkatan 1',
  trainer: 'Bu Ratna',
  validTo: '2026-05-15',
  sessions: [],
  people: [
    { participantId: 'p1', name: 'Siti', enterprise: 'Serabi' },
    { participantId: 'p2', name: 'Karsi', enterprise: 'Warung' },
  ],
  marks: [],
};
let stores = 0;
const said = (
  markId: string,
  state: AttendanceState,
  markedAt: number,
  participantId = 'p1',
): MarkRecord => ({
  markId,
  code,
  sessionId: 's',
  participantId,
  state,
  reason: null,
  markedAt,
  sent: 0,
  refused: null,
});

/** An office that keeps marks by their ids; `answer` may stand in its way. */
async function aPhone(
  answer: (path: string, sent: SendMarks | null) => Response | Promise<Response> | null = () => null,
) {
  stores += 1;
  const store = openPhoneStore(`hp-${stores}`);
  await store.open(code, 1);
  const office = new Map<string, SendMarks['marks'][number]>();
  const asked: string[] = [];
  const line = makeOfficeLine(async (path, init) => {
    asked.push(path);
    const sent = init.body ? (JSON.parse(String(init.body)) as SendMarks) : null;
    const inTheWay = answer(path, sent);
    if (inTheWay) return inTheWay;
    for (const mark of sent?.marks ?? []) office.set(mark.markId, mark);
    return Response.json(sent ? { kept: sent.marks.map(({ markId }) => markId), refused: [] } : work);
  });
  const sync = () => syncOnce(store, line, code, () => 5_000);
  return { store, office, asked, sync };
}

test('what was marked without signal is at the office once, and is counted as sent only then', async () => {
  let isDown = true;
  const { store, office, sync } = await aPhone(() => {
    if (isDown) throw new TypeError('no line');
    return null;
  });
  await store.addMarks([said('a', 'present', 10), said('b', 'absent', 11, 'p2')]);
  expect(await sync()).toBe('unreachable');
  expect(await store.unsent(code)).toHaveLength(2);
  isDown = false;
  expect(await sync()).toBe('done');
  expect(await store.unsent(code)).toEqual([]);
  expect([...office.keys()].sort()).toEqual(['a', 'b']);
  expect(await store.link(code)).toMatchObject({ lastSentAt: 5_000, work: { intake: 'Angkatan 1' } });
});

test('an answer lost on its way is asked for again, and nothing is there twice', async () => {
  let isLost = true;
  const phone = await aPhone((path, sent) => {
    if (!isLost || path !== '/hadir/api/marks') return null;
    for (const mark of sent?.marks ?? []) phone.office.set(mark.markId, mark);
    throw new TypeError('lost');
  });
  await phone.store.addMarks([said('a', 'present', 10)]);
  await phone.sync();
  expect(await phone.store.unsent(code)).toHaveLength(1);
  isLost = false;
  expect(await phone.sync()).toBe('done');
  expect(phone.office.size).toBe(1);
});

test.each(['revoked', 'expired', 'unknown'] as const)(
  'a link that is %s says so, and what was marked stays on the phone',
  async (why) => {
    const { store, sync } = await aPhone(() => Response.json({ code: why }, { status: 401 }));
    await store.addMarks([said('a', 'absent', 10)]);
    expect(await sync()).toBe('unwelcome');
    expect(await store.link(code)).toMatchObject({ state: why });
    expect(await store.unsent(code)).toHaveLength(1);
  },
);

test('a mark that the office will never take is sent no more and counts no more', async () => {
  const { store, asked, sync } = await aPhone((path) =>
    path === '/hadir/api/marks'
      ? Response.json({ kept: [], refused: [{ markId: 'a', code: 'no_participant' }] })
      : null,
  );
  await store.addMarks([said('a', 'present', 10)]);
  expect(await sync()).toBe('done');
  await sync();
  expect(asked.filter((path) => path === '/hadir/api/marks')).toHaveLength(1);
});

test('a sign-in page of somebody’s Wi-Fi is no answer of the office', async () => {
  const { store, sync } = await aPhone(() => new Response('<html>', { status: 200 }));
  await store.addMarks([said('a', 'present', 10)]);
  expect(await sync()).toBe('unreachable');
  expect(await store.unsent(code)).toHaveLength(1);
});

test('an office that answers for no mark is not asked without end', async () => {
  const { store, sync, asked } = await aPhone((path) =>
    path === '/hadir/api/marks' ? Response.json({ kept: [], refused: [] }) : null,
  );
  await store.addMarks([said('a', 'present', 10)]);
  expect(await sync()).toBe('busy');
  expect(asked).toHaveLength(1);
});

test('office and phone together: of each person what was said last counts', () => {
  const office = {
    ...work,
    marks: [
      {
        markId: 'o',
        sessionId: 's',
        participantId: 'p1',
        state: 'absent' as const,
        reason: null,
        markedAt: new Date(20).toISOString(),
      },
    ],
  };
  const mine = [
    said('a', 'late', 30),
    said('b', 'present', 40, 'p2'),
    { ...said('c', 'absent', 50, 'p2'), refused: 'too_early' as const },
  ];
  const counting = whatCounts(office, mine);
  expect(counting.get('s p1')).toMatchObject({ state: 'late', isUnsent: true });
  expect(countSession(office, counting, 's')).toEqual({ there: 2, marked: 2, of: 2, unsent: 2 });
  expect(countSession(office, whatCounts(office, []), 's')).toEqual({
    there: 0,
    marked: 1,
    of: 2,
    unsent: 0,
  });
});
