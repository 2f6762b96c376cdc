import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { openPhotos } from '#features/survey-field/commands/open-photos.server.ts';
import { receiveEnvelopes } from '#features/survey-field/commands/receive-envelopes.server.ts';
import { receivePiece } from '#features/survey-field/commands/receive-photo.server.ts';
import {
  anEnumerator,
  anEnvelope,
  aPhone,
  aRow,
  aRunningRound,
  aSubmission,
  sealAs,
} from '#features/survey-field/factory.ts';
import { newId } from '#kernel/id.ts';
import type { Services } from '#platform/services.server.ts';

export type FilledField = {
  /** A phone that two people share, and one of them. */
  fieldPhoneId: string;
  fieldUserId: string;
  submissionId: string;
  /** Deliveries that wait for a person. */
  waitingEnvelopeId: string;
  otherWaitingEnvelopeId: string;
  fieldPhotoId: string;
  fieldRowId: string;
};

/** A phone in the field with a visit, a photo, and deliveries that wait. */
type Mark = { officeCode: string; villageCode: string; word: string; nik: string; phone: string };

export async function fillField(
  services: Services,
  { officeCode, villageCode, word, nik, phone: number }: Mark,
): Promise<FilledField> {
  const round = await aRunningRound(services, officeCode, { name: `Sensus ${word}`, villageCode });
  const staff = await anEnumerator(services, round, `Pendata ${word}`);
  const phone = await aPhone(services, officeCode, staff, { label: `HP ${word}` });
  const { phoneId } = phone;
  await aPhone(services, officeCode, await anEnumerator(services, round, `Rekan ${word}`), { phoneId });
  const { rowId } = await aRow(services, round, staff.userId, { name: `Didata ${word}` });
  const answers = { business_name: `Didata ${word}`, nik, phone: number };
  const visit = aSubmission(round, phone, { rowId, answers });
  const waiting = [1, 2].map(() => aSubmission(round, phone, { rowId, answers, isFinished: false }));
  const envelopes = await Promise.all([visit, ...waiting].map((one) => anEnvelope(phone, one)));
  await receiveEnvelopes(services, officeCode, { phoneId, via: 'sync' }, envelopes);
  const fieldPhotoId = newId();
  const grey = { create: { width: 64, height: 48, channels: 3, background: '#888' } } as const;
  const sealed = await sealAs(phone.officeKey, fieldPhotoId, await sharp(grey).jpeg().toBuffer());
  const photo = {
    photoId: fieldPhotoId,
    submissionId: visit.id,
    item: 'front',
    keyId: phone.officeKey.keyId,
    byteSize: sealed.length,
    sha256: createHash('sha256').update(sealed).digest('hex'),
  };
  await receivePiece(services, officeCode, photo, 0, sealed);
  await openPhotos(services, officeCode);
  return {
    fieldPhoneId: phoneId,
    fieldUserId: staff.userId,
    submissionId: visit.id,
    waitingEnvelopeId: waiting[0]?.id ?? '',
    otherWaitingEnvelopeId: waiting[1]?.id ?? '',
    fieldPhotoId,
    fieldRowId: rowId,
  };
}
