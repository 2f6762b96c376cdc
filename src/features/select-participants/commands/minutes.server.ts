import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand, execute } from '#platform/command.server.ts';
import { fileKindOf } from '#platform/files/file-kind.ts';
import type { Services } from '#platform/services.server.ts';
import { signatoriesOn } from '../../run-office/index.server.ts';
import { makeMinutesInput } from '../input.ts';
import { insertMinutes, listMinutes, updateMinutes } from '../minutes-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { minutesContent, signatoryOf } from '../queries/minutes-content.server.ts';
import type { MinutesContent } from '../rules/minutes-content.ts';
import { findSelection } from '../selection-store.server.ts';

const MEGABYTES = 10;
const LONGEST_NAME = 200;

/**
 * Makes the berita acara out of what is decided now, and freezes it. One made before is kept, as replaced. Signatories must
 * sign for the office on that day. Refused `wrong_state` before the official run, `invalid_input` by field.
 */
export const makeMinutes = defineCommand({
  name: 'selection.make_minutes',
  permission: selectionPermissions['seat.keep'],
  input: makeMinutesInput,
  async run(context, { minutesId, selectionId, number, dated, lead, members, acknowledged }) {
    const { trx, officeCode, now, actor } = context;
    const selection = isOfWholeOffice(context)
      ? await findSelection(trx, officeCode, selectionId, true)
      : null;
    if (!selection) return refused('not_found');
    if (selection.status !== 'decided') return refused('wrong_state');
    const before = await listMinutes(trx, officeCode, selectionId);
    if (before.some((one) => one.minutesId === minutesId)) return done({ minutesId });
    if (dated > plainDateInWib(now.getTime())) return invalid([{ path: 'dated', code: 'date_in_future' }]);
    const able = new Map((await signatoriesOn(trx, officeCode, dated)).map((one) => [one.signatoryId, one]));
    const wanted = [
      { duty: 'lead' as const, id: lead, path: 'lead' },
      ...members.map((id) => ({ duty: 'member' as const, id, path: 'members' })),
      ...(acknowledged ? [{ duty: 'acknowledged' as const, id: acknowledged, path: 'acknowledged' }] : []),
    ];
    const faults = wanted
      .filter(({ id }) => !able.has(id))
      .map(({ path }) => ({ path, code: 'not_a_choice' as const }));
    if (faults.length > 0) return invalid(faults);
    const ids = wanted.map(({ id }) => id);
    const twice = wanted.filter(({ id }, at) => ids.indexOf(id) < at);
    if (twice.length > 0) return invalid(twice.map(({ path }) => ({ path, code: 'used_twice' as const })));
    const signatures: MinutesContent['signatures'] = wanted.map(({ duty, id }) => ({
      duty,
      by: signatoryOf(able.get(id)!),
    }));
    const content = await minutesContent(context, selectionId, { dated, signatures });
    if (!content) return refused('wrong_state');
    for (const one of before)
      if (one.replacedAt === null) await updateMinutes(trx, officeCode, one.minutesId, { replacedAt: now });
    await insertMinutes(trx, officeCode, {
      minutesId,
      selectionId,
      number,
      dated,
      content,
      madeAt: now,
      madeBy: actor.name,
      signedKey: null,
      signedName: null,
      signedMediaType: null,
      signedAt: null,
      signedBy: null,
      replacedAt: null,
    });
    await context.audit({
      action: 'selection.minutes_made',
      subject: { kind: 'selection', id: selectionId },
      details: { minutesId, number },
    });
    return done({ minutesId });
  },
});

const noteSigned = defineCommand({
  name: 'selection.note_signed_minutes',
  permission: selectionPermissions['seat.keep'],
  input: z.object({
    selectionId: idShape,
    minutesId: idShape,
    signedKey: z.string(),
    signedName: z.string().min(1).max(LONGEST_NAME),
    signedMediaType: z.string(),
  }),
  async run(context, { selectionId, minutesId, ...signed }) {
    const { trx, officeCode, now, actor } = context;
    const selection = isOfWholeOffice(context)
      ? await findSelection(trx, officeCode, selectionId, true)
      : null;
    const minutes =
      selection &&
      (await listMinutes(trx, officeCode, selectionId)).find((one) => one.minutesId === minutesId);
    if (!minutes) return refused('not_found');
    if (minutes.replacedAt !== null) return refused('wrong_state');
    await updateMinutes(trx, officeCode, minutesId, { ...signed, signedAt: now, signedBy: actor.name });
    await context.audit({
      action: 'selection.minutes_signed',
      subject: { kind: 'selection', id: selectionId },
      // The file that it takes the place of stays where it is.
      details: { minutesId, before: minutes.signedKey },
    });
    return done();
  },
});

/**
 * Keeps the signed paper, a PDF or a photo, told by its bytes. Refused: `file_too_large` above 10 MB, `invalid_input` at
 * `file` for another kind, `wrong_state` for one that was replaced; nothing is left behind then.
 */
export async function keepSignedMinutes(
  services: Services,
  actor: Actor,
  { selectionId, minutesId, file }: { selectionId: string; minutesId: string; file: File | null },
): Promise<Outcome<void>> {
  if (!file || file.size === 0) return invalid([{ path: 'file', code: 'blank' }]);
  if (file.size > MEGABYTES * 1024 * 1024)
    return refused('file_too_large', { details: { megabytes: MEGABYTES } });
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = fileKindOf(bytes);
  if (!kind) return invalid([{ path: 'file', code: 'wrong_format' }]);
  const signedKey = `${actor.officeCode}/minutes/${newId()}`;
  const signedName =
    file.name
      .split(/[\\/]/)
      .at(-1)
      // Line ends and null characters are no part of a name.
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, LONGEST_NAME) || `berita-acara.${kind.extension}`;
  await services.files.put(signedKey, bytes);
  const noted = await execute(services, actor, noteSigned, {
    selectionId,
    minutesId,
    signedKey,
    signedName,
    signedMediaType: kind.mediaType,
  });
  if (!noted.ok) await services.files.remove(signedKey);
  return noted;
}

/** Hands a berita acara out, with its line in the audit: it carries names. */
export const openMinutes = defineCommand({
  name: 'selection.open_minutes',
  permission: selectionPermissions['seat.view'],
  input: z.object({ selectionId: idShape, minutesId: idShape, as: z.enum(['docx', 'pdf', 'signed']) }),
  async run(context, { selectionId, minutesId, as }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('not_found');
    const minutes = (await listMinutes(trx, officeCode, selectionId)).find(
      (one) => one.minutesId === minutesId,
    );
    if (!minutes || (as === 'signed' && minutes.signedKey === null)) return refused('not_found');
    await context.audit({
      action: 'selection.minutes_opened',
      subject: { kind: 'selection', id: selectionId },
      details: { minutesId, as },
    });
    return done(minutes);
  },
});
