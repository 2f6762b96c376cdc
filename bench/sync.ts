import { fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { inOneTransaction } from '#platform/command.server.ts';
import { openingKeys } from '../src/features/survey-field/commands/office-key.server.ts';
import { readEnvelopes } from '../src/features/survey-field/commands/read-envelope.server.ts';
import { type Bench, figure } from './bench.ts';
import type { BenchHouse } from './bench-house.ts';
import { startBenchServer } from './bench-server.ts';
import { ownerClient } from './owner-client.ts';
import { quantile } from './quantiles.ts';
import { setBasedSeconds } from './sync-baseline.ts';
import { aBenchRound, type BenchPhone } from './sync-house.ts';
import { type PhoneDay, sealedVisit } from './sync-phone.ts';
import type { PhonesReport, PhonesWork } from './sync-phones.ts';

/** Processes that play phones: bounded, since they share the machine with the server. */
const PLAYERS = 4;
/** A phone on the edge of a village: 1 Mbit/s up, 60 ms away, one request of fifty cut in the middle. */
const LINK = { bytesPerSecond: 125_000, latencyMs: 60, dropShare: 0.02 };
const WITHIN_MINUTES = 10;
const AT_ONCE = 50;
const PICTURES = 40;

type Played = { seconds: number; days: PhoneDay[]; cpuSeconds: number };

/** Plays phones in processes of their own; the clock runs from the word "go" to the last answer. */
async function play(work: Omit<PhonesWork, 'phones'>, phones: readonly BenchPhone[]): Promise<Played> {
  const players = Array.from({ length: Math.min(PLAYERS, phones.length) }, (_, turn) => ({
    phones: phones.filter((_phone, at) => at % PLAYERS === turn),
    ...aPlayer(),
  }));
  for (const { child, phones: theirs } of players)
    child.send({ ...work, phones: theirs } satisfies PhonesWork);
  await Promise.all(players.map(({ next }) => next()));
  const started = performance.now();
  for (const { child } of players) child.send('go');
  await Promise.all(players.map(({ next }) => next()));
  const seconds = (performance.now() - started) / 1_000;
  const done = await Promise.all(players.map(({ next }) => next()));
  const reports = done.flatMap((one) => (one.state === 'done' ? [one] : []));
  return {
    seconds,
    days: reports.flatMap(({ days }) => days),
    cpuSeconds: reports.reduce((sum, one) => sum + one.cpuSeconds, 0),
  };
}

function aPlayer() {
  const child = fork(fileURLToPath(new URL('sync-phones.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const messages = on(child, 'message');
  return { child, next: async () => (await messages.next()).value?.[0] as PhonesReport };
}

/** How many envelopes one process opens and reads in a second, fifty at a time as phones bring them. */
async function openedPerSecond(
  { services, actor }: BenchHouse,
  [phone]: readonly BenchPhone[],
): Promise<number> {
  const rowId = phone!.rowIds[0]!;
  const envelopes = await Promise.all(Array.from({ length: AT_ONCE }, () => sealedVisit(phone!, rowId)));
  const keys = await inOneTransaction(services, actor, (context) =>
    openingKeys(context, [phone!.officeKey.keyId]),
  );
  await readEnvelopes(envelopes, keys);
  const started = performance.now();
  const turns = 20;
  for (let turn = 0; turn < turns; turn++) await readEnvelopes(envelopes, keys);
  return (turns * AT_ONCE * 1_000) / (performance.now() - started);
}

type Kept = { submissions: number; different: number; photos: number; waiting: number };

async function kept(house: BenchHouse, phones: readonly BenchPhone[]): Promise<Kept> {
  const owner = await ownerClient(house.ownerUrl);
  const ids = phones.map(({ phoneId }) => phoneId);
  const { rows } = await owner.query<Kept>(
    `select count(*)::int as submissions, count(distinct row_id)::int as different,
       (select count(*)::int from submission_photos where state <> 'receiving' and submission_id in
         (select submission_id from submissions where phone_id = any($1))) as photos,
       (select count(*)::int from deliveries where phone_id = any($1) and state <> 'applied') as waiting
     from submissions where phone_id = any($1)`,
    [ids],
  );
  await owner.end();
  return rows[0]!;
}

/** Photos of about 150 KB, as phones compress theirs, each another one. */
function photosOfPhones(): Promise<Buffer[]> {
  const [width, height] = [1_280, 960];
  const noise = Buffer.from(
    Array.from(
      { length: width * height * 3 },
      (_, at) => 120 + ((at * 2_654_435_761) % 97) * ((at >> 9) % 2),
    ),
  );
  return Promise.all(
    Array.from({ length: PICTURES }, (_, turn) => {
      const from = turn * 31_013 * 3;
      const rolled = Buffer.concat([noise.subarray(from), noise.subarray(0, from)]);
      return sharp(rolled, { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 38 })
        .toBuffer();
    }),
  );
}

export const sync: Bench = {
  name: 'sync',
  description: 'phones that deliver: many at once against set-based SQL, and a day over thin lines (goal 10)',
  async run({ house: openHouse, sizes, say, sync: { phones: count, submissions, photos } }) {
    const house = await openHouse();
    await house.growTo(Math.max(sizes[0]!, count * (AT_ONCE + submissions)));
    const rush = await aBenchRound(house, { phones: count, rows: AT_ONCE });
    const daily = await aBenchRound(house, { phones: count, rows: submissions });
    const opened = await openedPerSecond(house, rush);
    const server = await startBenchServer(house);
    // The search index is built at start; phones come to a server that stands.
    const officer = await server.signIn();
    await officer.send('/usaha?q=batik');
    officer.close();
    const jpegs = await photosOfPhones();
    const work = {
      address: server.address,
      link: LINK,
      pictures: jpegs.map((one) => one.toString('base64')),
      submissions,
      photos,
    };
    try {
      say(`sync: ${count} phones × ${AT_ONCE} at once`);
      const once = await play(
        { ...work, kind: 'rush', submissions: AT_ONCE, photos: 0, withinSeconds: 0 },
        rush,
      );
      const ofRush = await kept(house, rush);
      say('sync: the same rows by set-based SQL');
      const phoneIds = rush.map(({ phoneId }) => phoneId);
      const baseline = await setBasedSeconds(house, phoneIds);
      say(`sync: a day of ${count} phones, ${submissions} visits and ${photos} photos each`);
      const day = await play({ ...work, kind: 'day', withinSeconds: Math.min(240, count) }, daily);
      const ofDay = await kept(house, daily);
      const all = count * AT_ONCE;
      const visits = count * submissions;
      const pictures = count * photos;
      const answers = day.days.flatMap((one) => one.answers);
      const wire = 2 * LINK.latencyMs;
      return {
        name: 'sync',
        figures: [
          figure({
            what: `${all} envelopes at once`,
            unit: 'per second',
            value: all / once.seconds,
            baseline: { what: 'the same rows by set-based SQL', value: all / baseline },
            goal: { of: 'ratio', atLeast: 0.65 },
          }),
          figure({ what: 'envelopes opened, fifty at a time', unit: 'per second', value: opened }),
          figure({
            what: 'of these lost',
            unit: 'count',
            value: all - ofRush.different,
            goal: { of: 'value', atMost: 0 },
          }),
          figure({
            what: 'doubled, five deliveries having come twice',
            unit: 'count',
            value: ofRush.submissions - ofRush.different,
            goal: { of: 'value', atMost: 0 },
          }),
          figure({
            what: `a day of ${count} phones`,
            unit: 's',
            value: day.seconds,
            goal: { of: 'value', atMost: WITHIN_MINUTES * 60 },
          }),
          figure({
            what: `visit answered, p95, ${wire} ms of it the line`,
            unit: 'ms',
            value: quantile(answers, 0.95),
            goal: { of: 'value', atMost: 1_000 },
          }),
          figure({
            what: 'visits lost',
            unit: 'count',
            value: visits - ofDay.different,
            goal: { of: 'value', atMost: 0 },
          }),
          figure({
            what: 'visits doubled',
            unit: 'count',
            value: ofDay.submissions - ofDay.different,
            goal: { of: 'value', atMost: 0 },
          }),
          figure({
            what: 'photos lost',
            unit: 'count',
            value: pictures - ofDay.photos,
            goal: { of: 'value', atMost: 0 },
          }),
          figure({ what: 'connections cut', unit: 'count', value: sum(day.days, ({ cuts }) => cuts) }),
          figure({
            what: 'requests refused',
            unit: 'count',
            value: sum(day.days, ({ refused }) => refused) + ofDay.waiting,
          }),
          figure({
            what: 'processor time of the phones themselves, a day',
            unit: 's',
            value: day.cpuSeconds,
          }),
          figure({
            what: 'processor time of the phones themselves, at once',
            unit: 's',
            value: once.cpuSeconds,
          }),
        ],
        notes: [
          `Phones in ${PLAYERS} processes on the machine of the server; each line ${(LINK.bytesPerSecond * 8) / 1e6} Mbit/s up, ${LINK.latencyMs} ms away, ${LINK.dropShare * 100}% of requests cut. ${PICTURES} different photos of about ${Math.round(sum(jpegs, ({ length }) => length) / jpegs.length / 1024)} KB, opened and encoded anew by the worker meanwhile, with what the server leaves of the processors. The baseline writes plain rows of deliveries that are opened already.`,
        ],
      };
    } finally {
      await server.stop();
    }
  },
};

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
