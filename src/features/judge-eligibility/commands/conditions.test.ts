import { expect, test } from 'vitest';
import type { Role, Scope } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { aProgramme } from '../../plan-programme/factory.ts';
import { addEvidence } from '../../register-enterprise/commands/keep-evidence.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { eligibilityPermissions } from '../permissions.ts';
import { conditionList } from '../queries/condition-list.server.ts';
import { conditionsPage } from '../queries/conditions-page.server.ts';
import { ownConditions } from '../queries/own-conditions.server.ts';
import { conditionTemplates } from '../rules/condition-templates.ts';
import type { ConditionSet } from '../rules/conditions.ts';
import { exportRubric } from '../rules/rubric.ts';
import { exportList } from './export-list.server.ts';
import { judgeRegister } from './judge-register.server.ts';
import { judgeTouched } from './judge-touched.server.ts';
import { makeOutreach } from './make-outreach.server.ts';
import { recordAssessment, withdrawAssessment } from './record-assessment.server.ts';
import { saveConditions } from './save-conditions.server.ts';
import { countAgain } from './start-count.server.ts';

const TODAY = '2026-05-06';
const view = eligibilityPermissions['eligibility.view'];

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);

const nibAndHalal: ConditionSet = {
  lines: [
    { key: 'nib', label: { id: 'Punya NIB', en: 'Has a NIB' }, when: { ask: 'nib' } },
    {
      key: 'halal',
      label: { id: 'Punya halal', en: 'Has halal' },
      when: { ask: 'evidence', kind: 'halal', missing: 'no' },
    },
  ],
};

/** An office with a programme; enterprises with a NIB, and one of which nobody knows whether it has one. */
async function aStart() {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const programmeId = await aProgramme(services, actor, { name: 'Pelatihan ekspor' });
  const save = (more: object = {}, by = actor) =>
    execute(services, by, saveConditions, {
      programmeId,
      conditions: nibAndHalal,
      effectiveOn: TODAY,
      afterVersion: 0,
      ...more,
    });
  const count = async () => {
    const run = await withOffice(services.db, office, (trx) =>
      trx.selectFrom('eligibilityRuns').select('runId').where('finishedAt', 'is', null).executeTakeFirst(),
    );
    if (run) await judgeRegister(services, office, run.runId);
  };
  const page = async () =>
    must(await read(services, actor, view, (context) => conditionsPage(context, programmeId, 'id')))!;
  const standings = async () => (await page()).holding?.counted?.standings;
  const as = (role: Role, scope?: Scope) => anActor(office, role, scope);
  return { services, office, actor, programmeId, save, count, page, standings, as };
}

test('conditions are counted over the whole register, and a change is counted at once', async () => {
  const { services, office, actor, save, count, page, standings, programmeId } = await aStart();
  const ready = await anEnterprise(services, actor, { nib: '1234567890123' });
  await anEnterprise(services, actor, { name: 'Bakso Pak Slamet' });
  must(await save());
  expect((await page()).task).toMatchObject({ running: true, total: 2 });
  await count();
  // With a NIB and no halal: one step. With neither known: a no beside an unknown is further than one step.
  expect(await standings()).toEqual([0, 1, 1, 0]);
  expect((await page()).task).toBeNull();
  must(
    await execute(services, actor, addEvidence, {
      enterpriseId: ready.enterpriseId,
      kind: 'halal',
      grade: 'seen',
    }),
  );
  await judgeTouched(services, office);
  expect(await standings()).toEqual([1, 0, 1, 0]);
  const asked = { standing: 2, step: null, line: null, after: null };
  const list = must(
    await read(services, actor, view, (context) => conditionList(context, programmeId, asked, 'id')),
  )!;
  expect(list.rows).toMatchObject([
    { name: 'Bakso Pak Slamet', lacking: ['Punya halal'], unknown: ['Punya NIB'] },
  ]);
  const trail = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('auditEvents').select('action').where('action', 'like', 'eligibility.%').execute(),
  );
  expect(trail).toEqual([{ action: 'eligibility.conditions_saved' }]);
});

test('a new day is counted anew, for terms run out over night', async () => {
  const { services, office, actor, save, count, standings } = await aStart();
  const { enterpriseId } = await anEnterprise(services, actor, { nib: '1234567890123' });
  const halal = { enterpriseId, kind: 'halal', grade: 'seen', expiresOn: TODAY };
  must(await execute(services, actor, addEvidence, halal));
  must(await save());
  await count();
  expect(await standings()).toEqual([1, 0, 0, 0]);
  services.setNow(new Date(TEST_NOW.getTime() + 24 * 3_600_000));
  await judgeTouched(services, office);
  await count();
  expect(await standings()).toEqual([0, 1, 0, 0]);
});

test('of two who change conditions at once the second is told', async () => {
  const { save, page } = await aStart();
  must(await save());
  expect(codeOf(await save())).toBe('conflict_stale');
  must(await save({ afterVersion: 1, effectiveOn: '2026-06-01', note: 'SK 12/2026' }));
  const { versions, holding } = await page();
  expect(versions.map(({ version, holds }) => [version, holds])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(holding?.version).toBe(1);
  expect(codeOf(await save({ afterVersion: 2, effectiveOn: '2026-05-01' }))).toBe('invalid_input');
});

test('only people of the whole office who keep data set conditions', async () => {
  const { services, save, as, programmeId, actor } = await aStart();
  for (const role of ['head', 'companion', 'enumerator', 'partner', 'owner'] as const)
    expect([role, codeOf(await save({}, as(role)))]).toEqual([role, 'forbidden']);
  expect(codeOf(await save({}, as('officer', { kind: 'village', code: '33.75.04.1004' })))).toBe('not_found');
  expect(codeOf(await save({ programmeId: newId() }))).toBe('not_found');
  const other = await anOffice(services, '33.25');
  const theirs = { programmeId, conditions: nibAndHalal, effectiveOn: TODAY, afterVersion: 0 };
  expect(codeOf(await execute(services, anActor(other), saveConditions, theirs))).toBe('not_found');
  const faulty = { lines: [{ ...nibAndHalal.lines[0], when: { ask: 'nib', kind: 'x' } }] };
  const refused = await save({ conditions: faulty });
  expect(refused).toMatchObject({
    refusal: { fields: [{ path: 'conditions.lines.0.when.kind', code: 'not_a_choice' }] },
  });
  expect(codeOf(await execute(services, actor, countAgain, {}))).toBe('done');
  expect(codeOf(await execute(services, actor, countAgain, {}))).toBe('already_done');
});

test('an assessment opens the export line and has a named assessor; taken back, it counts no longer', async () => {
  const { services, office, actor, save, as } = await aStart();
  must(await save({ conditions: conditionTemplates.export_training }));
  const { enterpriseId } = await anEnterprise(services, actor, { nib: '1234567890123' });
  const companion = as('companion', { kind: 'village', code: '33.75.04.1004' });
  const assess = (by = companion, more: object = {}) =>
    execute(services, by, recordAssessment, {
      enterpriseId,
      rubricId: exportRubric.rubricId,
      assessedOn: TODAY,
      levels: { quality: '3', quantity: 4, continuity: 2 },
      notes: { quality: 'Lima kain, warnanya rata' },
      ...more,
    });
  const { assessmentId } = must(await assess());
  const own = async () =>
    must(
      await read(services, companion, eligibilityPermissions['eligibility.view_one'], (context) =>
        ownConditions(context, enterpriseId, 'id'),
      ),
    )!;
  const line = async () => (await own()).programmes[0]!.lines.find(({ key }) => key === 'export-standard')!;
  expect((await line()).answer).toBe('yes');
  expect((await own()).assessments).toMatchObject([{ assessedBy: companion.name, assessedOn: TODAY }]);
  expect(codeOf(await assess(as('companion', { kind: 'village', code: '33.75.01.1004' })))).toBe('not_found');
  expect(codeOf(await assess(as('head')))).toBe('forbidden');
  expect(codeOf(await assess(companion, { assessedOn: '2026-05-07' }))).toBe('invalid_input');
  expect(await assess(companion, { levels: { quality: 3 } })).toMatchObject({
    refusal: { fields: [{ path: 'levels.quantity' }, { path: 'levels.continuity' }] },
  });
  const takeBack = { assessmentId, reason: 'Salah usaha' };
  must(await execute(services, companion, withdrawAssessment, takeBack));
  expect(codeOf(await execute(services, companion, withdrawAssessment, takeBack))).toBe('already_done');
  expect((await line()).answer).toBe('unknown');
  await judgeTouched(services, office);
});

test('those who lack one step become a list to reach by one click, and leaving with names leaves a line', async () => {
  const { services, office, actor, save, count, programmeId, as } = await aStart();
  await anEnterprise(services, actor, { nib: '1234567890123', phone: '081234567890' });
  must(await save());
  await count();
  const wanted = { programmeId, standing: 1, step: 1 };
  const first = must(await execute(services, actor, makeOutreach, wanted));
  expect(must(await execute(services, actor, makeOutreach, wanted))).toEqual(first);
  expect(codeOf(await execute(services, as('head'), makeOutreach, wanted))).toBe('forbidden');
  const asked = { programmeId, standing: 1, step: null, line: null };
  must(await execute(services, as('head'), exportList, asked));
  const trail = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('auditEvents')
      .select('details')
      .where('action', '=', 'eligibility.list_exported')
      .execute(),
  );
  expect(trail).toMatchObject([{ details: { enterprises: 1, version: 1 } }]);
});

test('a count that was killed goes on behind the last whole page', async () => {
  const { services, office, actor, save, standings } = await aStart();
  for (let at = 0; at < 5; at++) await anEnterprise(services, actor, { nib: `123456789012${at}` });
  must(await save());
  const { runId } = await withOffice(services.db, office, (trx) =>
    trx.selectFrom('eligibilityRuns').select('runId').executeTakeFirstOrThrow(),
  );
  const answers = () =>
    withOffice(services.db, office, (trx) =>
      trx.selectFrom('eligibility').select('enterpriseId').orderBy('enterpriseId').execute(),
    );
  // Every transaction asks for the time: of three pages the third is being read when the count is killed.
  const killed = new AbortController();
  let transactions = 0;
  const dying = {
    ...services,
    clock: () => {
      transactions += 1;
      if (transactions === 6) killed.abort(new Error('killed'));
      return services.clock();
    },
  };
  await expect(judgeRegister(dying, office, runId, killed.signal, 2)).rejects.toThrow('killed');
  const before = await answers();
  expect(before).toHaveLength(4);
  await judgeRegister(services, office, runId, undefined, 2);
  await judgeRegister(services, office, runId, undefined, 2);
  expect(await standings()).toEqual([0, 5, 0, 0]);
  expect((await answers()).slice(0, before.length)).toEqual(before);
});

test('a list is made however long the names are, and braces in them are words', async () => {
  const { services, office, actor, save, count, programmeId } = await aStart();
  await anEnterprise(services, actor, { nib: '1234567890123' });
  const id = `Punya {halal} ${'atau surat lain yang sama kuatnya '.repeat(5)}`.trim();
  const [nib, halal] = nibAndHalal.lines;
  must(await save({ conditions: { lines: [nib, { ...halal, label: { id, en: 'Halal' } }] } }));
  await count();
  const { outreachId } = must(
    await execute(services, actor, makeOutreach, { programmeId, standing: 1, step: 1 }),
  );
  const made = await withOffice(services.db, office, (trx) =>
    trx
      .selectFrom('outreaches')
      .select(['title', 'message'])
      .where('outreachId', '=', outreachId)
      .executeTakeFirstOrThrow(),
  );
  expect(made.title.length).toBeLessThanOrEqual(120);
  expect(made.title).toMatch(/^Pelatihan ekspor: Punya \(halal\) .*…$/);
  expect(made.message).toContain('Punya (halal)');
});

test('conditions that begin later are counted as of their first day', async () => {
  const { services, actor, save, count, page, standings } = await aStart();
  const { enterpriseId } = await anEnterprise(services, actor, { nib: '1234567890123' });
  must(
    await execute(services, actor, addEvidence, {
      enterpriseId,
      kind: 'halal',
      grade: 'seen',
      expiresOn: '2026-06-30',
    }),
  );
  must(await save({ effectiveOn: '2026-08-01' }));
  await count();
  // Today the certificate is still good; on the first day it no longer is.
  expect(await standings()).toEqual([0, 1, 0, 0]);
  expect((await page()).holding).toMatchObject({ isToCome: true, counted: { on: '2026-08-01' } });
});
