// A process that plays some of the phones of bench/sync.ts; forked by it, told its work by a message.

import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPhone } from './sync-house.ts';
import type { Link } from './sync-link.ts';
import { type PhoneDay, playDay, sealedVisit } from './sync-phone.ts';

export type PhonesWork = {
  address: string;
  phones: BenchPhone[];
  /** `day`: visits and photos over thin lines, begun within so many seconds · `rush`: all visits at once. */
  kind: 'day' | 'rush';
  submissions: number;
  photos: number;
  /** Base64 of JPEGs, each another picture. */
  pictures: string[];
  link: Link;
  withinSeconds: number;
};
export type PhonesReport =
  | { state: 'ready' }
  /** The last answer is there. */
  | { state: 'answered' }
  | { state: 'done'; days: PhoneDay[]; cpuSeconds: number };

async function main({
  address,
  phones,
  kind,
  submissions,
  photos,
  pictures,
  link,
  withinSeconds,
}: PhonesWork) {
  const say = (report: PhonesReport) => process.send?.(report);
  const cpu = process.cpuUsage();
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1e6;
  };
  const go = new Promise<void>((resolve) =>
    process.on('message', (message) => message === 'go' && resolve()),
  );
  if (kind === 'rush') {
    const bodies: { phone: BenchPhone; body: string }[] = [];
    for (const phone of phones) {
      const envelopes = await Promise.all(
        phone.rowIds.slice(0, submissions).map((rowId) => sealedVisit(phone, rowId)),
      );
      bodies.push({ phone, body: JSON.stringify({ envelopes, unsent: submissions, appVersion: '1.0.0' }) });
    }
    say({ state: 'ready' });
    await go;
    const days = await Promise.all(bodies.map(({ phone, body }) => post(address, phone, body)));
    say({ state: 'answered' });
    // Once more: a replay must change nothing.
    for (const { phone, body } of bodies.slice(0, 5)) await post(address, phone, body);
    say({ state: 'done', days, cpuSeconds: cpuSeconds() });
    return;
  }
  say({ state: 'ready' });
  await go;
  const jpegs = pictures.map((picture) => Buffer.from(picture, 'base64'));
  const days = await Promise.all(
    phones.map(async (phone) => {
      await pause(Math.random() * withinSeconds * 1_000);
      return playDay(address, phone, { submissions, photos, pictures: jpegs, link });
    }),
  );
  say({ state: 'answered' });
  say({ state: 'done', days, cpuSeconds: cpuSeconds() });
}

function post(address: string, phone: BenchPhone, body: string): Promise<PhoneDay> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/lapangan/api/deliveries`,
      {
        method: 'POST',
        agent: false,
        headers: {
          Authorization: `Bearer ${phone.deliveryToken}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          resolve({
            answers: [performance.now() - began],
            cuts: 0,
            refused: response.statusCode === 200 ? 0 : 1,
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

process.once('message', (work) => void main(work as PhonesWork).then(() => process.disconnect()));
