import { recordAssessment, saveConditions } from '#features/judge-eligibility/index.server.ts';
import { conditionTemplates } from '#features/judge-eligibility/rules/condition-templates.ts';
import { exportRubric } from '#features/judge-eligibility/rules/rubric.ts';
import { addLine } from '#features/plan-programme/commands/budget-lines.server.ts';
import { createIntake } from '#features/plan-programme/commands/create-intake.server.ts';
import { createProgramme } from '#features/plan-programme/commands/create-programme.server.ts';
import { addPartner } from '#features/plan-programme/commands/partners.server.ts';
import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { listProgrammes } from '#features/plan-programme/index.server.ts';
import { findTemplate, type TemplateKey } from '#features/plan-programme/rules/templates.ts';
import { type NewSupport, recordSupport } from '#features/record-support/index.server.ts';
import { findListWithOwners, listFacts, listOnList } from '#features/register-enterprise/index.server.ts';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { Random } from '#sample/random.ts';
import { SAMPLE_LIST } from './load-sample.server.ts';
import { listSamplePeople } from './sample-people.server.ts';

/** How many of the sample list are looked at for export, and how many of the producers among them are judged. */
const LOOKED_AT = 2_000;
const ASSESSED = 250;
const PARTNER = 'Balai Pelatihan Ekspor (karangan)';

/** Lines of the year's budget, after the codes of sub-kegiatan; amounts are made up. */
const lines = {
  training: {
    code: '2.17.07.2.01.0015 / 5.1.02.02',
    name: 'Pelatihan UMKM',
    indicator: 'Pelaku usaha yang dilatih',
    target: '120 orang',
    amount: 180_000_000,
  },
  micro: {
    code: '2.17.08.2.01.0002 / 5.1.02.02',
    name: 'Pengembangan usaha mikro',
    indicator: 'Usaha mikro yang difasilitasi',
    target: '150 usaha',
    amount: 120_000_000,
  },
};

type Plan = {
  template: TemplateKey;
  line: keyof typeof lines;
  costPerSeat: number;
  /** Days from today on which its next intake begins; open for applications, or only planned. */
  beginsIn: number;
  isOpen: boolean;
};
const plans: readonly Plan[] = [
  { template: 'export_training', line: 'training', costPerSeat: 2_500_000, beginsIn: 35, isOpen: true },
  { template: 'packaging', line: 'micro', costPerSeat: 1_500_000, beginsIn: 49, isOpen: true },
  { template: 'halal_free', line: 'micro', costPerSeat: 350_000, beginsIn: 63, isOpen: false },
];

/** What some received in earlier years: a few were served again and again, most never. */
const past: readonly (Pick<NewSupport, 'kind' | 'topic' | 'title' | 'provider'> & {
  yearsAgo: number;
  people: number;
})[] = [
  {
    kind: 'training',
    topic: 'packaging',
    title: 'Pelatihan kemasan',
    provider: 'Dinas',
    yearsAgo: 2,
    people: 60,
  },
  {
    kind: 'training',
    topic: 'packaging',
    title: 'Pelatihan kemasan lanjutan',
    provider: 'Dinas',
    yearsAgo: 1,
    people: 40,
  },
  {
    kind: 'training',
    topic: 'export',
    title: 'Pelatihan ekspor',
    provider: PARTNER,
    yearsAgo: 2,
    people: 30,
  },
  {
    kind: 'facilitation',
    topic: 'halal',
    title: 'Sertifikat halal',
    provider: 'Dinas',
    yearsAgo: 1,
    people: 50,
  },
  {
    kind: 'capital_aid',
    topic: 'finance',
    title: 'Bantuan modal',
    provider: 'Kementerian',
    yearsAgo: 3,
    people: 120,
  },
];

/**
 * Programmes of the sample office through the same commands as real ones: a budget, a partner, intakes, conditions (counted
 * over the register by the worker), and what was received in earlier years. Harmless to repeat.
 */
export async function loadSampleProgrammes(services: Services, office: string): Promise<void> {
  const actor = systemActor(office, 'Data contoh');
  const known = await inOneTransaction(services, actor, async ({ trx }) => ({
    programmes: await listProgrammes(trx, office),
    list: await findListWithOwners(trx, office, SAMPLE_LIST),
  }));
  const isOurs = known.programmes.some(({ createdBy }) => createdBy === actor.name);
  if (!known.list || isOurs) return;
  await recordPast(services, actor, known.list.sourceListId);
  await assessSome(services, office, known.list.sourceListId);
  const today = plainDateInWib(services.clock().getTime());
  const { partnerId } = must(
    await execute(services, actor, addPartner, { kind: 'training_centre', name: PARTNER }),
    'partner',
  );
  const lineIds = new Map<string, string>();
  for (const plan of plans) {
    const startsOn = addDays(today, plan.beginsIn);
    // Paid from the budget of the year in which it begins.
    const fiscalYear = Number(startsOn.slice(0, 4));
    const key = `${plan.line} ${fiscalYear}`;
    const budgetLineId = lineIds.get(key) ?? (await addSampleLine(services, actor, plan.line, fiscalYear));
    lineIds.set(key, budgetLineId);
    const carriedOutBy = plan.template === 'export_training' ? { partnerId } : {};
    await planAsSample(services, actor, { plan, ...carriedOutBy, budgetLineId, startsOn, today });
  }
}

async function addSampleLine(
  services: Services,
  actor: Actor,
  line: keyof typeof lines,
  fiscalYear: number,
): Promise<string> {
  const effectiveOn = `${fiscalYear}-01-01`;
  const documentNumber = `DPA ${fiscalYear}/2.17 (karangan)`;
  const added = await execute(services, actor, addLine, {
    fiscalYear,
    ...lines[line],
    effectiveOn,
    documentNumber,
  });
  return must(added, 'budget').budgetLineId;
}

async function planAsSample(
  services: Services,
  actor: Actor,
  given: { plan: Plan; partnerId?: string; budgetLineId: string; startsOn: string; today: string },
): Promise<void> {
  const { plan, partnerId, budgetLineId, startsOn, today } = given;
  const { key: template, kind, topic, name, summary, seats, stages } = findTemplate(plan.template)!;
  const { programmeId } = must(
    await execute(services, actor, createProgramme, {
      kind,
      topic,
      name,
      summary,
      template,
      stages: stages.map((stage) => ({
        name: stage.name,
        ...(stage.description === null ? {} : { description: stage.description }),
        ...(stage.days === null ? {} : { days: stage.days }),
      })),
      ...(partnerId ? { partnerId } : {}),
    }),
    'programme',
  );
  must(
    await execute(services, actor, saveConditions, {
      programmeId,
      conditions: conditionTemplates[template],
      effectiveOn: today,
      afterVersion: 0,
    }),
    'conditions',
  );
  const { intakeId } = must(
    await execute(services, actor, createIntake, {
      programmeId,
      name: `Angkatan 1 tahun ${startsOn.slice(0, 4)}`,
      stage: 1,
      place: 'Aula dinas (karangan)',
      startsOn,
      endsOn: addDays(startsOn, 2),
      seats,
      costPerSeat: plan.costPerSeat,
      budgetLineId,
      ...(partnerId ? { partnerId } : {}),
    }),
    'intake',
  );
  if (plan.isOpen) must(await execute(services, actor, steerIntake, { intakeId, action: 'open' }), 'open');
}

async function recordPast(services: Services, actor: Actor, sourceListId: string): Promise<void> {
  await inOneTransaction(services, actor, async (context) => {
    const { trx, officeCode, now } = context;
    const ids = (await listOnList(trx, officeCode, sourceListId)).map(({ standsFor }) => standsFor);
    const year = Number(plainDateInWib(now.getTime()).slice(0, 4));
    const random = new Random('riwayat contoh');
    const rows = past.flatMap(({ yearsAgo, people, ...support }): NewSupport[] =>
      Array.from({ length: Math.min(people, ids.length) }, () => ({
        ...support,
        // From the first few hundred only: these were asked before.
        enterpriseId: ids[random.integer(0, Math.min(ids.length, 300) - 1)]!,
        startedOn: `${year - yearsAgo}-0${random.integer(1, 9)}-15`,
        endedOn: null,
        outcome: random.chance(0.1) ? 'absent' : 'received',
        value: support.kind === 'capital_aid' ? 1_200_000 : null,
        sourceKind: 'officer',
        sourceId: null,
      })),
    );
    await recordSupport(context, rows);
  });
}

/** Producers whom an officer has judged for export: some are up to standard. */
async function assessSome(services: Services, office: string, sourceListId: string): Promise<void> {
  const { assessor, ids } = await inOneTransaction(
    services,
    systemActor(office, 'Data contoh'),
    async ({ trx }) => {
      const listed = (await listOnList(trx, office, sourceListId)).slice(0, LOOKED_AT);
      const facts = await listFacts(
        trx,
        office,
        listed.map(({ standsFor }) => standsFor),
      );
      return {
        assessor: (await listSamplePeople(trx, office)).find(({ role }) => role === 'officer'),
        ids: facts.filter(({ operation }) => operation === 'produces').map((one) => one.enterpriseId),
      };
    },
  );
  if (!assessor) return;
  const random = new Random('penilaian contoh');
  const assessedOn = plainDateInWib(services.clock().getTime());
  for (const enterpriseId of ids.slice(0, ASSESSED)) {
    const levels = Object.fromEntries(exportRubric.aspects.map(({ key }) => [key, random.integer(2, 4)]));
    const { rubricId } = exportRubric;
    const given = { enterpriseId, rubricId, assessedOn, levels };
    must(await execute(services, assessor.actor, recordAssessment, given), 'assessment');
  }
}
