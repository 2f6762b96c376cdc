import sharp from 'sharp';
import { issueCertificates } from '#features/run-intake/commands/issue-certificates.server.ts';
import { addIntakeFiles } from '#features/run-intake/commands/keep-intake-files.server.ts';
import { savePaperSettings } from '#features/run-intake/commands/save-paper-settings.server.ts';
import { firstSettings } from '#features/run-intake/rules/paper-settings.ts';
import { addSignatory } from '#features/run-office/commands/keep-signatories.server.ts';
import { setLetterhead } from '#features/run-office/commands/set-letterhead.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

export type FilledPapers = { signatoryId: string; intakeFileId: string; certificateId: string };

/** What an office's papers bear, what an intake's folder holds, and a certificate. */
export async function fillPapers(
  services: Services,
  actor: Actor,
  { officeCode, word }: { officeCode: string; word: string },
  { runIntakeId: intakeId, runOtherParticipantId }: { runIntakeId: string; runOtherParticipantId: string },
): Promise<FilledPapers> {
  const today = plainDateInWib(services.clock().getTime());
  const letterhead = {
    effectiveOn: `${today.slice(0, 4)}-01-01`,
    lines: `Dinas ${word}`,
    address: `Jalan ${word}`,
    contact: '',
    city: word,
    keepLogo: false,
    logo: null,
  };
  must(await setLetterhead(services, actor, letterhead));
  const signatoryId = newId();
  must(
    await execute(services, actor, addSignatory, {
      signatoryId,
      duty: 'head',
      name: `Kepala ${word}`,
      position: `Kepala Dinas ${word}`,
      validFrom: letterhead.effectiveOn,
    }),
  );
  const settings = {
    ...firstSettings({ startsOn: today, endsOn: today }, word),
    basis: `DPA ${word}`,
    transportPerDay: '50.000',
    material: '0',
    headId: '',
    organiserId: '',
    treasurerId: '',
  };
  must(await execute(services, actor, savePaperSettings, { intakeId, revision: 0, settings }));
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a64' } })
    .png()
    .toBuffer();
  const photo = new File([new Uint8Array(picture)], `${word}.png`);
  await addIntakeFiles(services, actor, { intakeId, kind: 'activity_photo', caption: `Foto ${word}` }, [
    photo,
  ]);
  must(
    await execute(services, actor, issueCertificates, {
      intakeId,
      percent: 100,
      pattern: `##/${word}`,
      issuedOn: today,
      participants: [runOtherParticipantId],
      reasons: { [runOtherParticipantId]: `Susulan ${word}` },
    }),
  );
  return withOffice(services.db, officeCode, async (trx) => {
    const file = await trx.selectFrom('intakeFiles').select('fileId').executeTakeFirstOrThrow();
    const row = await trx.selectFrom('certificates').select('certificateId').executeTakeFirstOrThrow();
    return { signatoryId, intakeFileId: file.fileId, certificateId: row.certificateId };
  });
}
