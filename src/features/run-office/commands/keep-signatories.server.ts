import { done, invalid, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { addSignatoryInput, changeSignatoryInput, endSignatoryInput } from '../input.ts';
import { insertSignatory, listSignatories, updateSignatory } from '../letterhead-store.server.ts';
import { permissions } from '../permissions.ts';

const permission = permissions['papers.manage'];

async function found({ trx, officeCode }: CommandContext, signatoryId: string) {
  return (await listSignatories(trx, officeCode)).find((one) => one.signatoryId === signatoryId);
}

const endsTooEarly = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }) =>
  validTo !== null && validTo < validFrom;

/** Somebody signs from a day on. The id comes with the form: sent twice it is one. */
export const addSignatory = defineCommand({
  name: 'office.add_signatory',
  permission,
  input: addSignatoryInput,
  async run({ trx, officeCode, now, actor, audit }, input) {
    if (endsTooEarly(input)) return invalid([{ path: 'validTo', code: 'out_of_range' }]);
    const row = { ...input, revision: 1, createdAt: now, createdBy: actor.name };
    if (!(await insertSignatory(trx, officeCode, row))) return done();
    await audit({
      action: 'office.signatory_added',
      subject: { kind: 'signatory', id: input.signatoryId },
      details: { duty: input.duty, validFrom: input.validFrom },
    });
    return done();
  },
});

/** Mends what is printed of somebody who signs. Refused: `not_found`, `conflict_stale`. */
export const changeSignatory = defineCommand({
  name: 'office.change_signatory',
  permission,
  input: changeSignatoryInput,
  async run(context, input) {
    if (endsTooEarly(input)) return invalid([{ path: 'validTo', code: 'out_of_range' }]);
    if (!(await found(context, input.signatoryId))) return refused('not_found');
    if (!(await updateSignatory(context.trx, context.officeCode, input))) return refused('conflict_stale');
    await context.audit({
      action: 'office.signatory_changed',
      subject: { kind: 'signatory', id: input.signatoryId },
      details: { duty: input.duty },
    });
    return done();
  },
});

/** The last day on which somebody signs; papers of that time keep the name. */
export const endSignatory = defineCommand({
  name: 'office.end_signatory',
  permission,
  input: endSignatoryInput,
  async run(context, { signatoryId, validTo }) {
    const row = await found(context, signatoryId);
    if (!row) return refused('not_found');
    if (endsTooEarly({ ...row, validTo })) return invalid([{ path: 'validTo', code: 'out_of_range' }]);
    if (!(await updateSignatory(context.trx, context.officeCode, { ...row, validTo })))
      return refused('conflict_stale');
    await context.audit({
      action: 'office.signatory_ended',
      subject: { kind: 'signatory', id: signatoryId },
      details: { lastDay: validTo },
    });
    return done();
  },
});
