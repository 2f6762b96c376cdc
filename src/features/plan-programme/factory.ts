import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { addLine } from './commands/budget-lines.server.ts';
import { createIntake } from './commands/create-intake.server.ts';
import { createProgramme } from './commands/create-programme.server.ts';
import { addPartner } from './commands/partners.server.ts';
import { findTemplate, type TemplateKey } from './rules/templates.ts';

/** A programme as its template begins. */
export async function aProgramme(
  services: Services,
  actor: Actor,
  given: { template?: TemplateKey; name?: string; partnerId?: string } = {},
): Promise<string> {
  const { kind, topic, name, summary, stages, key } = findTemplate(given.template ?? 'export_training')!;
  const facts = {
    kind,
    topic,
    name: given.name ?? name,
    summary,
    template: key,
    partnerId: given.partnerId,
    stages: stages.map((stage) => ({ ...stage, description: stage.description ?? undefined })),
  };
  return must(await execute(services, actor, createProgramme, facts)).programmeId;
}

export const intakeFacts = {
  name: 'Angkatan 1 tahun 2026',
  stage: 1,
  startsOn: '2026-06-03',
  endsOn: '2026-06-05',
  seats: 30,
  costPerSeat: 500_000,
};

/** An intake of 30 seats at Rp 500.000, planned. */
export async function anIntake(
  services: Services,
  actor: Actor,
  programmeId: string,
  given: Partial<typeof intakeFacts> & {
    budgetLineId?: string;
    partnerId?: string;
    place?: string;
    applicationsCloseOn?: string;
  } = {},
): Promise<string> {
  return must(await execute(services, actor, createIntake, { ...intakeFacts, ...given, programmeId }))
    .intakeId;
}

/** A line of 2026 with a ceiling from January on. `actor` must be a head or data officer. */
export async function aBudgetLine(
  services: Services,
  actor: Actor,
  given: { amount?: number; code?: string; name?: string } = {},
): Promise<string> {
  const line = {
    fiscalYear: 2026,
    code: given.code ?? `2.17.07.2.01.0015 / ${newId().slice(-6)}`,
    name: given.name ?? 'Pelatihan pelaku usaha mikro',
    amount: given.amount ?? 100_000_000,
    effectiveOn: '2026-01-02',
    documentNumber: 'DPA/2026/001',
  };
  return must(await execute(services, actor, addLine, line)).budgetLineId;
}

export async function aPartner(services: Services, actor: Actor, name = 'BLK Pekalongan'): Promise<string> {
  return must(await execute(services, actor, addPartner, { kind: 'training_centre', name })).partnerId;
}
