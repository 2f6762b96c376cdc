import { may } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { createOutreach, outreachTitle, plainWords, reachPermissions } from '../../reach-out/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { makeOutreachInput } from '../input.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { shownConditions } from '../queries/condition-list.server.ts';

const MOST = 20_000;

/** One click: those who stand there, or lack one step, become a list of people to reach. */
export const makeOutreach = defineCommand({
  name: 'eligibility.make_outreach',
  permission: eligibilityPermissions['eligibility.set_conditions'],
  input: makeOutreachInput,
  async run(context, { programmeId, standing, step }) {
    const { trx, officeCode, actor } = context;
    if (!may(actor, reachPermissions['reach.plan'])) return refused('forbidden');
    const shown = await shownConditions(context, programmeId);
    if (!shown) return refused('not_found');
    const { ruleSet, programme } = shown;
    const filter = { standing, step: step ?? null, line: null };
    const answers = await listAnswers(trx, officeCode, ruleSet.ruleSetId, filter, {
      after: null,
      limit: MOST,
    });
    const line = step === undefined ? undefined : ruleSet.conditions.lines[step];
    const outcome = await createOutreach(context, {
      title: outreachTitle(line ? `${programme}: ${line.label.id}` : programme),
      purpose: 'programme',
      message: messageFor(plainWords(programme, 160), standing, line),
      enterpriseIds: answers.map(({ enterpriseId }) => enterpriseId),
      // The same list of the same version on the same day is made once.
      origin: {
        kind: 'eligibility',
        id: `${ruleSet.ruleSetId}:${standing}:${step ?? ''}:${ruleSet.countedOn ?? ''}`,
      },
    });
    return outcome.ok ? done({ outreachId: outcome.value.outreachId }) : outcome;
  },
});

type Line = { label: { id: string }; remedy?: { id: string } } | undefined;

/** Written in the office's language; the officer changes what they like before sending. */
function messageFor(programme: string, standing: number, line: Line): string {
  const label = plainWords(line?.label.id ?? '', 200);
  const remedy = plainWords(line?.remedy?.id ?? '', 200);
  const greeting = 'Selamat pagi {nama}, kami dari {dinas}.';
  if (standing === 0)
    return `${greeting} {usaha} memenuhi syarat untuk ${programme}. Berminat ikut? Balas pesan ini.`;
  if (standing === 1 && line)
    return `${greeting} {usaha} tinggal selangkah lagi untuk ikut ${programme}. Yang belum: ${label}. ${remedy} Perlu bantuan? Balas pesan ini.`;
  return `${greeting} Untuk ${programme} ada yang ingin kami tanyakan tentang {usaha}${line ? ` (${label})` : ''}. Boleh kami hubungi?`;
}
