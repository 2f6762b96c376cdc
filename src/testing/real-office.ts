import { makeFieldApi } from '#features/survey-field/api.server.ts';
import { makeReceipt } from '#features/survey-field/commands/make-receipt.server.ts';
import { openingKeys } from '#features/survey-field/commands/office-key.server.ts';
import { readEnvelopes } from '#features/survey-field/commands/read-envelope.server.ts';
import { receiveFile } from '#features/survey-field/commands/receive-file.server.ts';
import { registerPhone } from '#features/survey-field/commands/register-phone.server.ts';
import { revokePhone } from '#features/survey-field/commands/revoke-phone.server.ts';
import type { Round } from '#features/survey-field/factory.ts';
import type { FormAnswers, OutboxFileHeader } from '#features/survey-field/rules/wire.ts';
import { type LineFate, overTheLine, type TestOffice } from '#field-app/testing/office-double.ts';
import type { Actor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Form } from '#questionnaire/form.ts';

/** What the office holds of one visit: put in, or waiting as it came. */
export type HeldVisit = { isFinished: boolean; answers: FormAnswers; isWaiting: boolean };

/**
 * A phone's office as it really is: the API of phones over the database. Signing in alone is taken as given. For one
 * history: `people` and `rows` are its own.
 */
export function openRealOffice(
  services: Services,
  round: Round,
  { form, people, rows }: { form: Form; people: readonly string[]; rows: Readonly<Record<string, string>> },
) {
  const { officeCode, roundId } = round;
  const api = makeFieldApi(services);
  const officer = systemActor(officeCode, 'Uji');
  const fates: LineFate[] = [];
  const revoked = new Set<string>();
  const phoneIds = new Set<string>();
  let signedIn = '';

  async function register(init: RequestInit): Promise<Response> {
    const scope = { kind: 'office', code: officeCode } as const;
    const grants = [{ role: 'enumerator', scope }] as const;
    const actor: Actor = { kind: 'person', id: signedIn, name: signedIn, officeCode, grants };
    const outcome = await execute(services, actor, registerPhone, JSON.parse(String(init.body)));
    // As the API answers it: the phone was revoked, and is to deliver and forget first.
    if (!outcome.ok) return Response.json({ code: outcome.refusal.code }, { status: 409 });
    phoneIds.add(outcome.value.phoneId);
    return Response.json({ ...outcome.value, officeName: 'Kota Uji' });
  }

  async function handle(path: string, init: RequestInit, isHalf: boolean): Promise<Response> {
    const route = path.replace('/lapangan/api', '');
    if (route === '/phones') return register(init);
    const body = init.body as Uint8Array<ArrayBuffer> | string | undefined;
    const sent = isHalf && body instanceof Uint8Array ? body.slice(0, Math.max(1, body.length >> 1)) : body;
    return api.request(`http://127.0.0.1:3000${route}`, {
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      ...(sent === undefined ? {} : { body: sent }),
    });
  }

  const revoke = async (phoneId: string, userId?: string) => {
    await execute(services, officer, revokePhone, userId === undefined ? { phoneId } : { phoneId, userId });
  };
  const office: TestOffice = {
    fetch: overTheLine(fates, handle),
    fates,
    signIn: (userId) => {
      signedIn = userId;
    },
    isRevoked: (userId) => revoked.has(userId),
    // The account is closed: nothing else is done about the phone.
    revoke: async (userId) => {
      revoked.add(userId);
      const deactivatedAt = services.clock();
      await withOffice(services.db, officeCode, (trx) =>
        trx.updateTable('authUsers').set({ deactivatedAt }).where('id', '=', userId).execute(),
      );
    },
    revokePhones: async () => {
      for (const phoneId of phoneIds) await revoke(phoneId);
    },
    receiveFile: async (text) => {
      const { phoneId } = JSON.parse(text.split('\n', 1)[0]!) as OutboxFileHeader;
      const { heldIds } = must(await receiveFile(services, officer, new Blob([text])));
      return JSON.stringify(must(await execute(services, officer, makeReceipt, { phoneId, ids: heldIds })));
    },
    visitTo: (row) => ({
      roundId,
      rowId: row === null ? null : rows[row]!,
      formId: form.id,
      formVersion: form.version,
    }),
  };

  /** Every visit of these people that the office holds, each as often as it does. */
  async function heldVisits(): Promise<Map<string, HeldVisit[]>> {
    return inOneTransaction(services, officer, async (context) => {
      const { trx } = context;
      const held = new Map<string, HeldVisit[]>();
      const add = (id: string, visit: HeldVisit) => held.set(id, [...(held.get(id) ?? []), visit]);
      const stored = await trx
        .selectFrom('submissions')
        .select(['submissionId', 'answers', 'isFinished'])
        .where('officeCode', '=', officeCode)
        .where('userId', 'in', [...people])
        .execute();
      for (const { submissionId, answers, isFinished } of stored)
        add(submissionId, { isFinished, answers: answers as FormAnswers, isWaiting: false });
      const waiting = await trx
        .selectFrom('deliveries')
        .select(['envelopeId', 'keyId', 'sealed', 'state'])
        .where('officeCode', '=', officeCode)
        .where('phoneId', 'in', [...phoneIds, newId()])
        .where('state', '<>', 'applied')
        .execute();
      const keys = await openingKeys(
        context,
        waiting.map(({ keyId }) => keyId!),
      );
      const read = await readEnvelopes(
        waiting.map(({ envelopeId, keyId, sealed }) => ({
          id: envelopeId,
          keyId: keyId!,
          sealed: sealed!.toString('base64url'),
        })),
        keys,
      );
      for (const one of read) {
        if (!one.read.ok) throw new Error(`${one.id} cannot be read: ${one.read.reason}`);
        const { isFinished, answers } = one.read.content.submission;
        add(one.id, { isFinished, answers, isWaiting: true });
      }
      return held;
    });
  }

  const wholePhotos = () =>
    withOffice(services.db, officeCode, async (trx) => {
      const photos = await trx
        .selectFrom('submissionPhotos')
        .select('photoId')
        .where('officeCode', '=', officeCode)
        .where('state', '<>', 'receiving')
        .execute();
      return new Set(photos.map(({ photoId }) => photoId));
    });

  return { ...office, heldVisits, wholePhotos };
}
