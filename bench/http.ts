import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { makeAuth } from '#platform/auth/better-auth.server.ts';
import { loadSession } from '#platform/auth/session.server.ts';
import { execute } from '#platform/command.server.ts';
import { connect } from '#platform/db/connect.server.ts';
import { readMasterKey } from '#platform/vault/master-key.server.ts';
import { revealPersonalData } from '../src/features/register-enterprise/commands/reveal-personal-data.server.ts';
import { type Bench, figure } from './bench.ts';
import type { BenchHouse } from './bench-house.ts';
import { startBenchServer } from './bench-server.ts';
import { answersPerSecond } from './http-load.ts';
import { ownerClient } from './owner-client.ts';
import { median } from './quantiles.ts';
import { recordStatements, type Statement } from './record-statements.ts';

const SECONDS = 4;

type Deed = { ownerId: string; fields: string[]; reason: string };

/** What the house asks the database for one such request, recorded while it does it. */
async function statementsOf(house: BenchHouse, cookie: string, deed: Deed): Promise<Statement[]> {
  const { db, pool, close } = connect(house.appDatabaseUrl, { max: 1 });
  const statements = recordStatements(pool);
  const auth = makeAuth(db, house.services.env, await readMasterKey(house.services.env));
  const services = { ...house.services, db, auth };
  const session = await loadSession(services, new Headers({ cookie }));
  if (!session) throw new Error('the session of the bench was not found');
  const shown = await execute(services, session.actor, revealPersonalData, deed);
  if (!shown.ok) throw new Error(shown.refusal.code);
  await close();
  return statements;
}

async function startBareServer(house: BenchHouse, statements: readonly Statement[]) {
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)), {
    execArgv: [],
    env: { ...process.env, DATABASE_URL: house.appDatabaseUrl, STATEMENTS: JSON.stringify(statements) },
  });
  const [{ port }] = await once(child, 'message');
  return { address: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}

/** A request as it goes over the line. */
function lines(first: string, headers: Record<string, string>, body = ''): string {
  const all = { Host: '127.0.0.1', Connection: 'keep-alive', ...headers };
  return `${[`${first} HTTP/1.1`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${body}`;
}

export const http: Bench = {
  name: 'http',
  description:
    'static JSON, and one record with session, right and audit line, against bare node:http and pg (goal 7)',
  async run({ house: openHouse, sizes, runs, say }) {
    const house = await openHouse();
    await house.growTo(sizes[0]!);
    const server = await startBenchServer(house);
    const officer = await server.signIn();
    const owner = await ownerClient(house.ownerUrl);
    const { rows } = await owner.query<{ enterprise: string; owner: string }>(
      `select enterprise_id as enterprise, owner_id as owner from enterprises
       where office_code = $1 and owner_id is not null order by enterprise_id limit 1`,
      [house.office],
    );
    await owner.end();
    const [subject] = rows;
    const deed = { ownerId: subject!.owner, fields: ['nik'], reason: 'Dibandingkan dengan KTP asli' };
    const cookie = officer.cookie();
    const bare = await startBareServer(house, await statementsOf(house, cookie, deed));
    const form = new URLSearchParams({
      intent: 'reveal',
      ownerId: deed.ownerId,
      'fields[]': 'nik',
      reason: deed.reason,
    });
    const body = form.toString();
    const reveal = lines(
      `POST /usaha/${subject!.enterprise}.data`,
      {
        Cookie: cookie,
        Origin: server.address,
        Host: new URL(server.address).host,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(body.length),
      },
      body,
    );
    const contests = [
      {
        what: 'static JSON',
        goal: 0.8,
        ours: { address: server.address, request: lines('GET /healthz', {}) },
        base: { what: 'node:http', address: bare.address, request: lines('GET /static', {}) },
      },
      {
        what: 'one record with session, right and audit line',
        goal: 0.7,
        ours: { address: server.address, request: reveal },
        base: {
          what: 'node:http and pg, same statements',
          address: bare.address,
          request: lines('POST /record', { 'Content-Length': String(body.length) }, body),
        },
      },
    ];
    try {
      const figures = [];
      for (const { what, goal, ours, base } of contests) {
        const taken = { ours: [] as number[], base: [] as number[] };
        for (let run = 0; run <= runs; run++) {
          say(`http: ${what}, run ${run} of ${runs}`);
          const one = await answersPerSecond(ours.address, ours.request, SECONDS);
          const other = await answersPerSecond(base.address, base.request, SECONDS);
          // The first of each is for compiler and caches.
          if (run === 0) continue;
          taken.ours.push(one);
          taken.base.push(other);
        }
        figures.push(
          figure({
            what,
            unit: 'per second',
            value: median(taken.ours),
            baseline: { what: base.what, value: median(taken.base) },
            goal: { of: 'ratio', atLeast: goal },
          }),
        );
      }
      return {
        name: 'http',
        figures,
        notes: [
          'Sixteen connections. The record: an officer’s page reveals a NIK for a stated reason; the baseline runs the very statements that the house was recorded to send, audit line included, and answers a constant.',
        ],
      };
    } finally {
      officer.close();
      bare.stop();
      await server.stop();
    }
  },
};
