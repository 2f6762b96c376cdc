import { may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import {
  createOutreach,
  type LinkSource,
  outreachTitle,
  plainWords,
  reachPermissions,
} from '../../reach-out/index.server.ts';
import { listRecordsBehind } from '../../register-enterprise/index.server.ts';
import { listAsks } from '../ask-store.server.ts';
import { waveInput } from '../input.ts';
import { outcomePermissions } from '../permissions.ts';
import { linksOfWave } from './make-links.server.ts';
import { linkOf } from './outcome-link.server.ts';

const ORIGIN = 'outcomes';
/** A list is of one wave of one intake, on one day: who stays silent may be asked again later. */
const originId = (intakeId: string, months: number, today: string) => `${intakeId}:${months}:${today}`;

/** "Tanya kabar lewat WhatsApp": all of a wave who have not said it themselves become a list of people to reach. */
export const askByChat = defineCommand({
  name: 'outcome.ask_by_chat',
  permission: outcomePermissions['outcome.ask'],
  input: waveInput,
  async run(context, { intakeId, months }) {
    const { trx, officeCode, actor, now } = context;
    if (!may(actor, reachPermissions['reach.plan'])) return refused('forbidden');
    const links = await linksOfWave(context, { intakeId, months });
    if (!links.ok) return links;
    const intake = (await findIntake(trx, officeCode, intakeId))!;
    const programme = (await findProgramme(trx, officeCode, intake.programmeId))?.name ?? intake.name;
    return createOutreach(context, {
      title: outreachTitle(`Kabar ${months} bulan: ${programme}`),
      purpose: 'service',
      message: messageFor(plainWords(programme, 160), months),
      enterpriseIds: links.value.map(({ ask }) => ask.enterpriseId),
      origin: { kind: ORIGIN, id: originId(intakeId, months, plainDateInWib(now.getTime())) },
    }).then((made) => (made.ok ? done({ outreachId: made.value.outreachId }) : made));
  },
});

/** To the owner, so in Indonesian; the officer changes what they like before sending. */
export function messageFor(programme: string, months: number): string {
  return `Selamat pagi {nama}. Sudah ${months} bulan sejak ${programme} bersama {dinas}. Bagaimana kabar {usaha} sekarang? Ceritakan lewat tautan ini, tanpa kata sandi, cukup dua menit: {tautan}`;
}

/** What stands for {tautan} in such a list: the link of each person's own ask. */
export const outcomeLinks: LinkSource = {
  originKind: ORIGIN,
  async linksFor({ trx, officeCode, vault }, origin, enterpriseIds) {
    const [intakeId = '', months = ''] = origin.split(':');
    const records = await listRecordsBehind(trx, officeCode, enterpriseIds);
    const asks = await listAsks(trx, officeCode, { intakeId });
    return asks
      .filter((ask) => String(ask.months) === months && records.has(ask.enterpriseId))
      .flatMap((ask) => linkOf(vault, officeCode, ask) ?? []);
  },
};
