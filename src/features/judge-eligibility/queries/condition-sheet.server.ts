import type { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { listAnswers } from '../answer-store.server.ts';
import { conditionMessages } from '../messages/condition-messages.ts';
import { eligibilityPermissions } from '../permissions.ts';
import type { ListAsked } from '../rules/eligibility-view.ts';
import { listLines, shownConditions } from './condition-list.server.ts';

const BATCH = 5_000;

type Asked = { services: Services; actor: Actor; programmeId: string; asked: ListAsked; locale: Locale };

/** The list as a workbook; no identifier but the register's own id. */
export function conditionSheet(given: Asked): Readable {
  const t = messagesFor(conditionMessages, given.locale);
  const titles = [t.id, t.enterprise, t.owner, t.village, t.standing, t.lacking, t.notKnown];
  return workbookStream([
    { name: t.title, columns: titles.map((title) => ({ title })), rows: rowsOf(given) },
  ]);
}

async function* rowsOf({ services, actor, programmeId, asked, locale }: Asked) {
  const t = messagesFor(conditionMessages, locale);
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const batch = await read(
      services,
      actor,
      eligibilityPermissions['eligibility.export'],
      async (context) => {
        const shown = await shownConditions(context, programmeId);
        if (!shown) return [];
        const page = { after: from, limit: BATCH };
        const { trx, officeCode } = context;
        const answers = await listAnswers(trx, officeCode, shown.ruleSet.ruleSetId, asked, page);
        return listLines(trx, officeCode, shown.ruleSet, answers, locale);
      },
    );
    if (!batch.ok) throw new Error(batch.refusal.code);
    for (const row of batch.value)
      yield [
        row.enterpriseId,
        row.name,
        row.ownerName,
        row.village,
        t[`standing_${row.standing}`],
        row.lacking.join('; '),
        row.unknown.join('; '),
      ];
    after = batch.value.at(-1)?.enterpriseId ?? null;
    if (batch.value.length < BATCH) return;
  }
}
