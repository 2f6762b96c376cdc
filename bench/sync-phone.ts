import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#kernel/id.ts';
import {
  type Delivered,
  type Envelope,
  firstPiece,
  largestPiece,
  type SubmissionContent,
} from '../src/features/survey-field/rules/wire.ts';
import { sealToOffice } from '../src/field-app/core/sealing.ts';
import type { BenchPhone } from './sync-house.ts';
import { type Link, sendOver } from './sync-link.ts';

/** What one phone saw in its day. Times in ms. */
export type PhoneDay = { answers: number[]; cuts: number; refused: number };

const utf8 = new TextEncoder();

/** A visit as the core questionnaire has it, sealed. */
export async function sealedVisit(phone: BenchPhone, rowId: string): Promise<Envelope> {
  const id = newId();
  const submission: SubmissionContent = {
    id,
    roundId: phone.roundId,
    rowId,
    userId: phone.userId,
    formId: 'gawangan_core',
    formVersion: 1,
    appVersion: '1.0.0',
    isFinished: true,
    verdict: 'produces',
    startedAt: new Date(Date.now() - 300_000).toISOString(),
    finishedAt: new Date().toISOString(),
    activeS: 240,
    clockOffS: 0,
    position: { latitude: -6.89, longitude: 109.67, accuracyM: 12, at: new Date().toISOString() },
    answers: {
      business_name: 'Batik Bench',
      main_product: 'Batik tulis',
      goods: 'batik fashion',
      women: '2',
      sales_band: 'small',
      nik: '3375044507850003',
      phone: '081234567890',
      nib: { answer: 'none_yet' },
      note: 'Memproduksi di belakang rumah, pesanan dari Jenggot dan Buaran, libur hari Jumat.',
    },
    photos: [],
    baseRevision: 1,
  };
  const content = { v: 1, phoneId: phone.phoneId, deliveryToken: phone.deliveryToken, submission };
  const sealed = await sealToOffice(phone.officeKey, id, utf8.encode(JSON.stringify(content)));
  return { id, keyId: phone.officeKey.keyId, sealed: Buffer.from(sealed).toString('base64url') };
}

/** A day's work of one phone over a thin line: visits one by one, then photos in pieces, each until it is there. */
export async function playDay(
  address: string,
  phone: BenchPhone,
  work: { submissions: number; photos: number; pictures: readonly Buffer[]; link: Link },
): Promise<PhoneDay> {
  const day: PhoneDay = { answers: [], cuts: 0, refused: 0 };
  const visits: string[] = [];
  for (const rowId of phone.rowIds.slice(0, work.submissions)) {
    const envelope = await sealedVisit(phone, rowId);
    visits.push(envelope.id);
    await deliver(address, phone, envelope, work.link, day);
  }
  const pace = { piece: firstPiece };
  for (let at = 0; at < work.photos; at++) {
    const picture = work.pictures[Math.floor(Math.random() * work.pictures.length)]!;
    const of = { submissionId: visits[at % visits.length] ?? newId(), picture, link: work.link, pace };
    await upload(address, phone, of, day);
  }
  return day;
}

const bearer = (phone: BenchPhone) => ({ Authorization: `Bearer ${phone.deliveryToken}` });

async function deliver(address: string, phone: BenchPhone, envelope: Envelope, link: Link, day: PhoneDay) {
  const body = Buffer.from(JSON.stringify({ envelopes: [envelope], unsent: 1, appVersion: '1.0.0' }));
  for (;;) {
    const began = performance.now();
    const answer = await sendOver(link, `${address}/lapangan/api/deliveries`, {
      method: 'POST',
      headers: { ...bearer(phone), 'Content-Type': 'application/json' },
      body,
    });
    if (answer?.status === 200) {
      day.answers.push(performance.now() - began);
      const { receipts } = JSON.parse(answer.body) as Delivered;
      if (receipts.length !== 1) day.refused++;
      return;
    }
    if (answer === null) day.cuts++;
    else day.refused++;
    await pause(200);
  }
}

async function upload(
  address: string,
  phone: BenchPhone,
  of: { submissionId: string; picture: Buffer; link: Link; pace: { piece: number } },
  day: PhoneDay,
): Promise<void> {
  const { submissionId, picture, link, pace } = of;
  const photoId = newId();
  const sealed = Buffer.from(await sealToOffice(phone.officeKey, photoId, new Uint8Array(picture)));
  const url = `${address}/lapangan/api/photos/${photoId}`;
  const headers = {
    ...bearer(phone),
    'Upload-Length': String(sealed.length),
    'Photo-Submission': submissionId,
    'Photo-Item': 'photo',
    'Photo-Key': phone.officeKey.keyId,
    'Photo-Sha256': createHash('sha256').update(sealed).digest('hex'),
  };
  let offset = 0;
  while (offset < sealed.length) {
    const body = sealed.subarray(offset, offset + pace.piece);
    const answer = await sendOver(link, url, {
      method: 'PUT',
      headers: { ...headers, 'Upload-Offset': String(offset) },
      body,
    });
    if (answer && (answer.status === 204 || answer.status === 409)) {
      offset = answer.offset;
      pace.piece = Math.min(largestPiece, pace.piece * 2);
    } else {
      pace.piece = firstPiece;
      if (answer === null) day.cuts++;
      else day.refused++;
      await pause(200);
      const held = await sendOver({ ...link, dropShare: 0 }, url, { method: 'HEAD', headers: bearer(phone) });
      if (held?.status === 200) offset = held.offset;
    }
  }
}
