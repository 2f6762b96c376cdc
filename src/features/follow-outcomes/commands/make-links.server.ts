import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { type AskRow, findAsk, listAsks, updateLink } from '../ask-store.server.ts';
import { askIdInput, waveInput } from '../input.ts';
import { outcomePermissions } from '../permissions.ts';
import { phaseOf, type Wave } from '../rules/ask-calendar.ts';
import { standingOf } from '../rules/counting-answer.ts';
import { codeOf, hashOfCode, linkOf } from './outcome-link.server.ts';
import { planAsks } from './plan-asks.server.ts';

export type AskWithLink = { ask: AskRow; link: string };

/** Gives an ask a link with a new code; an older link leads nowhere from then on. */
async function giveLink({ trx, officeCode, vault, now }: CommandContext, ask: AskRow): Promise<AskWithLink> {
  const code = codeOf(vault, officeCode, ask.askId, now);
  await updateLink(trx, officeCode, ask.askId, { codeHash: hashOfCode(code), linkMadeAt: now });
  return { ask, link: `/kabar/${code}` };
}

/**
 * Links for all of a wave whose own word is still missing: those not heard of, and those of whom others told. Links that
 * were handed out stay as they are.
 */
export async function linksOfWave(
  context: CommandContext,
  { intakeId, months }: { intakeId: string; months: Wave },
): Promise<Outcome<AskWithLink[]>> {
  const { trx, officeCode, vault, now } = context;
  if (!isOfWholeOffice(context)) return refused('forbidden');
  const intake = await findIntake(trx, officeCode, intakeId, true);
  if (!intake) return refused('not_found');
  await planAsks(context, intake);
  const today = plainDateInWib(now.getTime());
  const wave = (await listAsks(trx, officeCode, { intakeId })).filter((ask) => ask.months === months);
  const answers = await listAnswers(
    trx,
    officeCode,
    wave.map(({ askId }) => askId),
  );
  const missing = wave.filter(
    (ask) =>
      phaseOf(ask, today) === 'open' && standingOf(ask, answers.get(ask.askId) ?? [], today) !== 'confirmed',
  );
  if (missing.length === 0) return refused('wrong_state');
  const links: AskWithLink[] = [];
  for (const ask of missing) {
    const link = linkOf(vault, officeCode, ask);
    links.push(link === null ? await giveLink(context, ask) : { ask, link });
  }
  return done(links);
}

/** Links for a list to be taken along or sent by other means: who leaves with it leaves a line. */
export const takeLinks = defineCommand({
  name: 'outcome.take_links',
  permission: outcomePermissions['outcome.ask'],
  input: waveInput,
  async run(context, wave) {
    const links = await linksOfWave(context, wave);
    if (!links.ok) return links;
    await context.audit({
      action: 'outcome.links_taken',
      subject: { kind: 'intake', id: wave.intakeId },
      details: { months: wave.months, people: links.value.length },
    });
    return links;
  },
});

/** One link, made anew: for a person at the counter, or where the old one went to the wrong number. */
export const makeLink = defineCommand({
  name: 'outcome.make_link',
  permission: outcomePermissions['outcome.ask'],
  input: askIdInput,
  async run(context, { askId }) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const ask = await findAsk(trx, officeCode, askId, true);
    if (!ask) return refused('not_found');
    const phase = phaseOf(ask, plainDateInWib(now.getTime()));
    if (phase !== 'open') return refused(phase === 'planned' ? 'wrong_state' : 'expired');
    const { link } = await giveLink(context, ask);
    await context.audit({
      action: 'outcome.link_made',
      subject: { kind: 'enterprise', id: ask.enterpriseId },
      details: { months: ask.months },
    });
    return done({ link });
  },
});
