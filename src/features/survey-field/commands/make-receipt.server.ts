import { createHmac } from 'node:crypto';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { listKnownEnvelopes } from '../delivery-store.server.ts';
import { makeReceiptInput } from '../input.ts';
import { fieldPermissions } from '../permissions.ts';
import { findPhone } from '../phone-store.server.ts';
import { listWholePhotos } from '../photo-store.server.ts';
import type { OutboxReceiptFile } from '../rules/wire.ts';
import { deliveryTokenOf } from './register-phone.server.ts';

/**
 * The office's answer to an outbox file: the ids that it holds durably, signed so that the phone believes it. What is
 * not held is left out, whoever asks. Refused: `not_found` for a phone that is not of this office.
 */
export const makeReceipt = defineCommand({
  name: 'field.make_receipt',
  permission: fieldPermissions['field.receive'],
  input: makeReceiptInput,
  async run(context, { phoneId, ids }) {
    const { trx, officeCode } = context;
    if (!(await findPhone(trx, officeCode, phoneId))) return refused('not_found');
    const held = new Set([
      ...(await listKnownEnvelopes(trx, officeCode, ids)).keys(),
      ...(await listWholePhotos(trx, officeCode, ids)),
    ]);
    const sorted = [...held].sort();
    const token = await deliveryTokenOf(context, phoneId);
    const mac = createHmac('sha256', token)
      .update([phoneId, ...sorted].join('\n'))
      .digest('base64url');
    await context.audit({
      action: 'outbox_file.receipt_made',
      subject: { kind: 'phone', id: phoneId },
      details: { ids: sorted.length },
    });
    return done<OutboxReceiptFile>({ gawangan: 'receipt', v: 1, phoneId, ids: sorted, mac });
  },
});
