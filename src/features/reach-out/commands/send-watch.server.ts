import { setTimeout as sleep } from 'node:timers/promises';
import { whatsappCloudChannel } from '#platform/messages/whatsapp-cloud-channel.server.ts';
import { whatsappSettings } from '#platform/messages/whatsapp-settings.server.ts';
import type { Services } from '#platform/services.server.ts';
import { freshPace, sendDue } from './send-due.server.ts';

const PAUSE_MS = 5_000;

/** Sends what is due for as long as the program runs; without a number set up it does nothing. */
export async function watchSending(services: Services, signal: AbortSignal): Promise<void> {
  const settings = whatsappSettings(services.env);
  if (!settings) return;
  const channel = whatsappCloudChannel(settings);
  const pace = freshPace();
  while (!signal.aborted) {
    try {
      await sendDue(services, channel, settings.officeCode, pace, signal);
    } catch (error) {
      // The database may be away for a moment: the next round tries again.
      if (!signal.aborted) services.log.error({ err: error }, 'sending messages failed');
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}
