import type { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { listNotVisited, type NotVisitedFilter } from '../../register-enterprise/index.server.ts';
import { goodsWord } from '../messages/field-words.ts';
import { notVisitedMessages } from '../messages/not-visited-messages.ts';
import { reviewPermissions } from '../permissions.ts';

/** Each batch passes over those visited anew, so they are few. */
const BATCH = 10_000;

type Asked = { services: Services; actor: Actor; filter: NotVisitedFilter; locale: Locale };

/** The list as a workbook; phone numbers masked, no other identifiers. */
export function notVisitedSheet(asked: Asked): Readable {
  const t = messagesFor(notVisitedMessages, asked.locale);
  const titles = [t.id, t.enterprise, t.owner, t.sex, t.sector, t.village, t.district, 'RT', 'RW', t.address];
  return workbookStream([
    { name: t.title, columns: [...titles, t.phone, t.last].map((title) => ({ title })), rows: rowsOf(asked) },
  ]);
}

async function* rowsOf({ services, actor, filter, locale }: Asked): AsyncGenerator<(string | null)[]> {
  for (let after: string | null = null; ; ) {
    const page: { after: string | null; limit: number } = { after, limit: BATCH };
    const batch = await read(services, actor, reviewPermissions['review.export'], ({ trx, officeCode }) =>
      listNotVisited(trx, officeCode, filter, page),
    );
    if (!batch.ok) throw new Error(batch.refusal.code);
    for (const one of batch.value)
      yield [
        one.enterpriseId,
        one.name,
        one.ownerName,
        one.sex && goodsWord(one.sex, locale),
        goodsWord(one.sector, locale),
        one.villageName,
        one.districtName,
        one.rt,
        one.rw,
        one.address,
        one.phoneHint,
        one.verifiedOn,
      ];
    after = batch.value.at(-1)?.enterpriseId ?? null;
    if (batch.value.length < BATCH) return;
  }
}
