import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as build from 'virtual:react-router/server-build';
import { serve } from '@hono/node-server';
import { createRequestHandler } from 'react-router';
import {
  outcomeAuditNames,
  outcomeLinks,
  outcomeProfilePart,
} from './features/follow-outcomes/index.server.ts';
import { importAuditNames, importOpenWork } from './features/import-list/index.server.ts';
import { eligibilityAuditNames, eligibilityProfilePart } from './features/judge-eligibility/index.server.ts';
import { makeApi } from './features/open-api/index.server.ts';
import {
  censusAuditNames,
  censusChecksOpenWork,
  censusRowsOpenWork,
  registerCensusPlaces,
} from './features/plan-census/index.server.ts';
import { listPartnerChoices, programmeAuditNames } from './features/plan-programme/index.server.ts';
import {
  contactsPart,
  mailKeeper,
  makeMailStopHook,
  makeWhatsappHook,
  reachAuditNames,
  registerLinkSources,
} from './features/reach-out/index.server.ts';
import { supportAuditNames, supportProfilePart } from './features/record-support/index.server.ts';
import {
  listGroupChoices,
  registerAuditNames,
  registerProfileParts,
} from './features/register-enterprise/index.server.ts';
import { pairAuditNames } from './features/resolve-duplicates/index.server.ts';
import {
  phoneWork,
  rechecksOpenWork,
  reviewAuditNames,
  reviewPlaces,
} from './features/review-census/index.server.ts';
import { makeAttendanceApi, runAuditNames } from './features/run-intake/index.server.ts';
import {
  registerAuditActions,
  registerGroups,
  registerOpenWork,
  registerPartners,
} from './features/run-office/index.server.ts';
import { seatLinks, selectionAuditNames } from './features/select-participants/index.server.ts';
import {
  fieldAuditNames,
  fieldPlaces,
  makeFieldApi,
  registerReviewWork,
} from './features/survey-field/index.server.ts';
import { applicationAuditNames } from './features/take-applications/index.server.ts';
import { readEnv } from './platform/env.ts';
import { makeHttpApp } from './platform/http/app.server.ts';
import { makeLog } from './platform/log.ts';
import { registerMessageKeepers } from './platform/messages/message-keepers.server.ts';
import { openServices } from './platform/open-services.server.ts';
import { projectRoot } from './platform/project-root.ts';
import { prepareFirstStart, startMessage } from './start/first-start.server.ts';
import { warmSearch } from './start/warm-search.server.ts';

const env = readEnv();
/** Listening on every address: what a person types is another. */
const everywhere = new Set(['0.0.0.0', '::']);
const log = makeLog(env.GAWANGAN_LOG, 'web');
const opened = await openServices(env, log);
const { services } = opened;
if (opened.notice) console.error(opened.notice);
registerAuditActions(registerAuditNames);
registerAuditActions(importAuditNames);
registerAuditActions(pairAuditNames);
registerAuditActions(censusAuditNames);
registerAuditActions(fieldAuditNames);
registerAuditActions(reviewAuditNames);
registerAuditActions(reachAuditNames);
registerMessageKeepers([mailKeeper]);
registerReviewWork(phoneWork);
registerCensusPlaces([...fieldPlaces, ...reviewPlaces]);
registerOpenWork(importOpenWork);
registerOpenWork(censusRowsOpenWork);
registerOpenWork(censusChecksOpenWork);
registerOpenWork(rechecksOpenWork);
registerGroups(listGroupChoices);
registerPartners(listPartnerChoices);
registerAuditActions(programmeAuditNames);
registerAuditActions(supportAuditNames);
registerAuditActions(eligibilityAuditNames);
registerAuditActions(runAuditNames);
registerAuditActions(applicationAuditNames);
registerAuditActions(selectionAuditNames);
registerAuditActions(outcomeAuditNames);
registerLinkSources([outcomeLinks, seatLinks]);
registerProfileParts([supportProfilePart, eligibilityProfilePart, outcomeProfilePart, contactsPart]);
const demo = await prepareFirstStart(opened);

const app = makeHttpApp({
  services,
  clientFolder: join(projectRoot(), 'build/client'),
  fieldFolder: join(projectRoot(), 'build/field'),
  pages: createRequestHandler(build, 'production'),
  api: makeApi(services),
  fieldApi: makeFieldApi(services),
  attendanceFolder: join(projectRoot(), 'build/attendance'),
  attendanceApi: makeAttendanceApi(services),
  hooks: makeWhatsappHook(services).route('/', makeMailStopHook(services)),
});

const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, ({ port }) => {
  log.info({ port }, 'listening');
  process.stdout.write(
    `${startMessage(env.GAWANGAN_URL ?? `http://${everywhere.has(env.HOST) ? 'localhost' : env.HOST}:${port}`, demo)}\n`,
  );
  void warmSearch(opened).catch((error) =>
    log.error({ err: error }, 'search index could not be built ahead'),
  );
});
server.on('error', (error: NodeJS.ErrnoException) => {
  const busy = `Port ${env.PORT} sedang dipakai. Hentikan program yang memakainya, atau jalankan dengan PORT lain. / Port ${env.PORT} is in use: set PORT.`;
  console.error(error.code === 'EADDRINUSE' ? busy : error);
  void shutDown(1);
});

/** The worker is a process of its own, so that heavy work never stalls a page; it is started again when it dies. */
let stopping = false;
let worker = startWorker();
function startWorker() {
  // A long list leaves millions of short-lived values: more room for the young ones saves a fifth of the time.
  const program = ['--max-semi-space-size=128', fileURLToPath(new URL('./worker.js', import.meta.url))];
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: opened.ownerUrl },
  });
  child.once('exit', (code, signal) => {
    if (stopping) return;
    log.error({ code, signal }, 'worker ended unasked; starting it again');
    setTimeout(() => {
      if (!stopping) worker = startWorker();
    }, 500);
  });
  return child;
}

/** Takes no new requests, lets running ones end, then stops worker, queue and database in that order. */
async function shutDown(exitCode = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    setTimeout(resolve, 5_000).unref();
  });
  const workerEnded = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.kill('SIGTERM');
  await Promise.race([workerEnded, new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
  await opened.close();
  process.exit(exitCode);
}
process.on('SIGTERM', () => void shutDown());
process.on('SIGINT', () => void shutDown());
