import { constants, setPriority } from 'node:os';
import { loadSample } from './demo/load-sample.server.ts';
import { loadSampleProgrammes } from './demo/load-sample-programmes.server.ts';
import { loadSampleRound } from './demo/load-sample-round.server.ts';
import { loadSampleTraining } from './demo/load-sample-training.server.ts';
import { outcomeLinks, watchOutcomes } from './features/follow-outcomes/index.server.ts';
import { workOnList } from './features/import-list/index.server.ts';
import { judgeRegister, watchEligibility } from './features/judge-eligibility/index.server.ts';
import { prepareRound } from './features/plan-census/index.server.ts';
import { mailKeeper, registerLinkSources, watchSending } from './features/reach-out/index.server.ts';
import { linkRegister, mergeSurePairs, watchArrivals } from './features/resolve-duplicates/index.server.ts';
import { watchSubmissions } from './features/review-census/index.server.ts';
import { runSelectionJob, seatLinks, watchSeats } from './features/select-participants/index.server.ts';
import { openPhotos } from './features/survey-field/index.server.ts';
import { readEnv } from './platform/env.ts';
import { makeLog } from './platform/log.ts';
import { deliverMessage, deliverSlowly } from './platform/messages/deliver-message.server.ts';
import { registerMessageKeepers } from './platform/messages/message-keepers.server.ts';
import { outboxOnly, smtpChannel } from './platform/messages/smtp-channel.server.ts';
import { openServices } from './platform/open-services.server.ts';

// Pages and phones come first: heavy work takes what they leave of the processors.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const env = readEnv();
const log = makeLog(env.GAWANGAN_LOG, 'worker');
const opened = await openServices(env, log, 'works');
const { services } = opened;
registerMessageKeepers([mailKeeper]);
const channels = [smtpChannel(env.GAWANGAN_SMTP_URL, env.GAWANGAN_MAIL_FROM), outboxOnly('whatsapp')];

await services.jobs.work('deliver-message', async ({ officeCode, data }) => {
  await deliverMessage(services, channels, officeCode, data.messageId ?? '');
});
await services.jobs.work('deliver-slowly', ({ officeCode, data, signal }) =>
  deliverSlowly(services, channels, { officeCode, messageId: data.messageId ?? '', signal }),
);
await services.jobs.work('load-sample', async ({ officeCode, data, signal }) => {
  await loadSample(services, officeCode, data.taskId ?? '', { signal });
  await loadSampleProgrammes(services, officeCode);
  await loadSampleTraining(services, officeCode);
  await loadSampleRound(services, officeCode, signal);
});
await services.jobs.work('work-on-list', ({ officeCode, data, signal }) =>
  workOnList(services, officeCode, data.importId ?? '', signal),
);
await services.jobs.work('merge-sure-pairs', ({ officeCode, data, signal }) =>
  mergeSurePairs(services, officeCode, data.taskId ?? null, signal),
);
await services.jobs.work('link-register', ({ officeCode, data, signal }) =>
  linkRegister(services, officeCode, data.runId ?? '', signal),
);
await services.jobs.work('prepare-round', ({ officeCode, data, signal }) =>
  prepareRound(services, officeCode, data.roundId ?? '', signal),
);
await services.jobs.work('judge-register', ({ officeCode, data, signal }) =>
  judgeRegister(services, officeCode, data.runId ?? '', signal),
);
await services.jobs.work('run-selection', ({ officeCode, data, signal }) =>
  runSelectionJob(services, officeCode, data.taskId ?? '', data.asked ?? '', signal),
);
await services.jobs.work('open-photos', ({ officeCode, signal }) => openPhotos(services, officeCode, signal));
registerLinkSources([outcomeLinks, seatLinks]);
const end = new AbortController();
const watching = Promise.all([
  watchArrivals(services, end.signal),
  watchSubmissions(services, end.signal),
  watchSending(services, end.signal),
  watchEligibility(services, end.signal),
  watchSeats(services, end.signal),
  watchOutcomes(services, end.signal),
]);
log.info('worker ready');

let stopping = false;
async function shutDown(): Promise<void> {
  if (stopping) return;
  stopping = true;
  end.abort();
  await watching;
  await opened.close();
  process.exit(0);
}
process.on('SIGTERM', () => void shutDown());
process.on('SIGINT', () => undefined); // Ctrl-C reaches the web server, which stops the worker in order
process.on('disconnect', () => void shutDown()); // the web server is gone
