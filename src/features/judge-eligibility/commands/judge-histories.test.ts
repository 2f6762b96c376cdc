import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { must, type Outcome } from '#kernel/refusal.ts';
import { type Command, execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { aProgramme } from '../../plan-programme/factory.ts';
import { recordSupport } from '../../record-support/index.server.ts';
import { editEnterprise } from '../../register-enterprise/commands/edit-enterprise.server.ts';
import { editOwner } from '../../register-enterprise/commands/edit-owner.server.ts';
import { addEvidence, withdrawEvidence } from '../../register-enterprise/commands/keep-evidence.server.ts';
import { joinGroup, leaveGroup } from '../../register-enterprise/commands/keep-groups.server.ts';
import { merge } from '../../register-enterprise/commands/merge-enterprises.server.ts';
import { recordFigure } from '../../register-enterprise/commands/record-figure.server.ts';
import { undo } from '../../register-enterprise/commands/undo-merge.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import {
  createGroup,
  createSourceList,
  type ListUndo,
  listRecordsForLists,
  markListWithdrawn,
  takeBackFromList,
  undoOf,
  updateFromList,
} from '../../register-enterprise/index.server.ts';
import type { Question } from '../rules/conditions.ts';
import { exportRubric } from '../rules/rubric.ts';
import { judgeRegister } from './judge-register.server.ts';
import { judgeTouched } from './judge-touched.server.ts';
import { recordAssessment, withdrawAssessment } from './record-assessment.server.ts';
import { saveConditions } from './save-conditions.server.ts';
import { countAgain } from './start-count.server.ts';

const RECORDS = 4;
const SEED = Number(process.env.GAWANGAN_ELIGIBILITY_SEED ?? 2026);
const RUNS = Number(process.env.GAWANGAN_ELIGIBILITY_RUNS ?? 12);
const DAY = '2026-05-06';

/** Every kind of question, so that nothing that one of them reads can change unnoticed. */
const questions = (groupId: string): Question[] => [
  { ask: 'nib' },
  { ask: 'evidence', kind: 'halal', grade: 'seen', missing: 'no' },
  { ask: 'operation', in: ['produces'] },
  { ask: 'verified' },
  { ask: 'scale', in: ['mikro'] },
  { ask: 'sector', in: ['food'] },
  { ask: 'kbli', version: '2025', beginsWith: ['13'] },
  { ask: 'area', in: ['33.75.01'] },
  { ask: 'group', groupId },
  { ask: 'started', atLeastMonths: 12 },
  { ask: 'figure', kind: 'sales', atMost: 3_000_000 },
  { ask: 'figure', kind: 'workers', atLeast: 3 },
  { ask: 'premises', kind: 'outlet', atMost: 1 },
  { ask: 'owner_sex', is: 'female' },
  { ask: 'owner_disability' },
  { ask: 'owner_age', atLeast: 30 },
  { ask: 'support', topic: 'packaging', atMost: 0 },
  { ask: 'assessed', rubricId: exportRubric.rubricId, level: 3 },
];

const record = fc.nat(RECORDS - 1);
const deeds = [
  'same',
  'family_continues',
  'same_owner',
  'undo',
  'undo',
  'enterprise',
  'owner',
  'sales',
  'workers',
  'evidence',
  'withdraw',
  'join',
  'leave',
  'support',
  'assess',
  'take_back',
  'list',
  'list_back',
] as const;
const history = fc.array(fc.tuple(fc.constantFrom(...deeds), record, fc.nat(11)), {
  minLength: 10,
  maxLength: 22,
  size: 'max',
});

/** A register of a few enterprises to which things happen. */
class Story {
  readonly ids: string[] = [];
  readonly ownerIds: string[] = [];
  readonly #services: TestServices;
  readonly #office: string;
  readonly #actor;
  readonly #groupId: string;
  readonly #merges: string[] = [];
  readonly #evidences: [string, string][] = [];
  readonly #memberships: [string, string][] = [];
  readonly #assessments: string[] = [];
  readonly #lists: { sourceListId: string; undo: ListUndo }[] = [];

  constructor(services: TestServices, office: string, groupId: string) {
    this.#services = services;
    this.#office = office;
    this.#actor = anActor(office);
    this.#groupId = groupId;
  }

  #do<Shape extends z.ZodType, Value>(
    command: Command<Shape, Value>,
    input: unknown,
  ): Promise<Outcome<Value>> {
    return execute(this.#services, this.#actor, command, input);
  }

  async begin(): Promise<void> {
    for (let at = 0; at < RECORDS; at++) {
      const made = await anEnterprise(this.#services, this.#actor, { name: `Usaha ${newId()}` });
      this.ids.push(made.enterpriseId);
      this.ownerIds.push(made.ownerId);
    }
  }

  async take([deed, one, value]: readonly [(typeof deeds)[number], number, number]): Promise<void> {
    const enterpriseId = this.ids[one]!;
    const pick = <Item>(items: readonly Item[]) => items[value % items.length];
    switch (deed) {
      case 'same':
      case 'family_continues':
      case 'same_owner': {
        const mergedId = this.ids[(one + 1 + (value % (RECORDS - 1))) % RECORDS]!;
        const outcome = await this.#do(merge, { kind: deed, survivorId: enterpriseId, mergedId });
        if (outcome.ok) this.#merges.push(outcome.value.mergeId);
        return;
      }
      case 'undo': {
        const mergeId = pick(this.#merges);
        if (mergeId) await this.#do(undo, { mergeId });
        return;
      }
      case 'enterprise':
        return this.#edit(enterpriseId, value);
      case 'owner':
        return this.#editOwner(this.ownerIds[one]!, value);
      case 'sales':
      case 'workers': {
        const kind = deed === 'sales' ? 'sales' : value % 2 === 0 ? 'workers_female' : 'workers_male';
        const amount = deed === 'sales' ? `${value}000000` : String(value);
        must(await this.#do(recordFigure, { enterpriseId, kind, year: 2020 + (value % 5), amount }));
        return;
      }
      case 'evidence': {
        const grade = value % 2 === 0 ? 'declared' : 'seen';
        const expiresOn = value % 3 === 0 ? '2026-01-31' : undefined;
        const kind = value % 4 === 3 ? 'nib' : 'halal';
        const { evidenceId } = must(await this.#do(addEvidence, { enterpriseId, kind, grade, expiresOn }));
        this.#evidences.push([enterpriseId, evidenceId]);
        return;
      }
      case 'withdraw': {
        const [of, evidenceId] = pick(this.#evidences) ?? [];
        if (of) await this.#do(withdrawEvidence, { enterpriseId: of, evidenceId, reason: 'Salah' });
        return;
      }
      case 'join': {
        const joined = await this.#do(joinGroup, { enterpriseId, groupId: this.#groupId });
        if (joined.ok) this.#memberships.push([enterpriseId, joined.value.groupMembershipId]);
        return;
      }
      case 'leave': {
        const [of, groupMembershipId] = pick(this.#memberships) ?? [];
        if (of) await this.#do(leaveGroup, { enterpriseId: of, groupMembershipId, leftOn: DAY });
        return;
      }
      case 'support':
        return this.#support(enterpriseId);
      case 'assess': {
        const levels = Object.fromEntries(
          exportRubric.aspects.map(({ key }, at) => [key, 1 + ((value + at) % 4)]),
        );
        const assessment = { enterpriseId, rubricId: exportRubric.rubricId, assessedOn: DAY, levels };
        this.#assessments.push(must(await this.#do(recordAssessment, assessment)).assessmentId);
        return;
      }
      case 'take_back': {
        const assessmentId = pick(this.#assessments);
        if (assessmentId) await this.#do(withdrawAssessment, { assessmentId, reason: 'Keliru' });
        return;
      }
      case 'list':
        return this.#list(enterpriseId, value);
      case 'list_back': {
        const list = this.#lists.pop();
        if (list) await this.#listBack(list);
        return;
      }
    }
  }

  async #edit(enterpriseId: string, value: number): Promise<void> {
    const { revision, name } = await this.#row(enterpriseId);
    const enterprise = {
      name,
      sector: value % 2 === 0 ? 'food' : 'batik',
      nib: value % 3 === 0 ? { answer: 'none_yet' } : { value: '1234567890123' },
      kbli: value % 4 === 0 ? '2025:13133' : undefined,
      operation: value % 5 < 3 ? 'produces' : 'trades_only',
      reportedScale: value % 6 === 0 ? 'kecil' : undefined,
      startedOn: value % 2 === 0 ? '2020-01-01' : '2026-01-01',
    };
    const premises = { villageCode: value % 2 === 0 ? '33.75.01.1004' : '33.75.04.1004' };
    must(await this.#do(editEnterprise, { enterpriseId, revision, enterprise, premises }));
  }

  async #editOwner(ownerId: string, value: number): Promise<void> {
    const { revision, fullName } = await withOffice(this.#services.db, this.#office, async (trx) => {
      const owners = trx.selectFrom('owners').select(['revision', 'fullName', 'mergedInto']);
      const own = await owners.where('ownerId', '=', ownerId).executeTakeFirstOrThrow();
      if (own.mergedInto === null) return own;
      return owners.where('ownerId', '=', own.mergedInto).executeTakeFirstOrThrow();
    });
    const owner = {
      fullName,
      sex: value % 2 === 0 ? 'female' : 'male',
      disability: value % 3 === 0 ? 'yes' : 'no',
      birthDate: value % 4 === 0 ? '2000-01-01' : '1980-01-01',
    };
    must(await this.#do(editOwner, { ownerId, revision, owner }));
  }

  async #support(enterpriseId: string): Promise<void> {
    await inOneTransaction(this.#services, this.#actor, (context) =>
      recordSupport(context, [
        {
          enterpriseId,
          kind: 'training',
          topic: 'packaging',
          title: `Kemasan ${newId()}`,
          provider: 'Dinas',
          startedOn: '2025-01-01',
          endedOn: null,
          outcome: 'completed',
          value: null,
          sourceKind: 'officer',
          sourceId: null,
        },
      ]),
    );
  }

  async #list(enterpriseId: string, value: number): Promise<void> {
    await inOneTransaction(this.#services, this.#actor, async (context) => {
      const list = { name: `Daftar ${newId()}`, kind: 'sidt' as const, asOf: DAY, legalBasis: null };
      const sourceListId = await createSourceList(context, list);
      const known = await listRecordsForLists(context.trx, this.#office, [enterpriseId], true);
      const update = {
        enterpriseId,
        owner: value % 2 === 0 ? { sex: 'male' as const } : {},
        enterprise: value % 3 === 0 ? { verifiedOn: DAY, standing: 'verified' as const } : {},
        place: value % 5 === 0 ? { villageCode: '33.75.01.1004' } : {},
        phones: [],
        products: [],
        figures: value % 4 === 0 ? [{ kind: 'sales', year: 2026, amount: value, amountUpper: null }] : [],
        evidences: value % 3 === 1 ? [{ kind: 'halal' as const, number: 'ID12345678901234567' }] : [],
        changes: [],
      };
      const [added] = await updateFromList(context, known, [update], { sourceListId, observedOn: DAY });
      this.#lists.push({ sourceListId, undo: undoOf(known.get(enterpriseId)!, update, added!) });
    });
  }

  async #listBack({ sourceListId, undo: undone }: { sourceListId: string; undo: ListUndo }): Promise<void> {
    await inOneTransaction(this.#services, this.#actor, async (context) => {
      await markListWithdrawn(context.trx, this.#office, sourceListId, context.now);
      await takeBackFromList(context, sourceListId, [undone]);
    });
  }

  #row(enterpriseId: string) {
    return withOffice(this.#services.db, this.#office, async (trx) => {
      const rows = trx.selectFrom('enterprises').select(['revision', 'name', 'mergedInto']);
      const own = await rows.where('enterpriseId', '=', enterpriseId).executeTakeFirstOrThrow();
      if (own.mergedInto === null) return own;
      return rows.where('enterpriseId', '=', own.mergedInto).executeTakeFirstOrThrow();
    });
  }
}

test(
  'whatever happens to enterprises, what is counted bit by bit equals what is counted as a whole',
  async () => {
    const services = await freshServices();
    const office = await anOffice(services);
    const actor = anActor(office);
    const { groupId } = must(
      await execute(services, actor, createGroup, { kind: 'kub', name: 'KUB Sejahtera' }),
    );
    const lines = questions(groupId).map((when, at) => ({
      key: `q-${at}`,
      label: { id: when.ask, en: when.ask },
      when,
    }));
    const common = { effectiveOn: DAY, afterVersion: 0 };
    for (const part of [lines, [{ ...lines[0]!, when: { not: { all: questions(groupId).slice(0, 3) } } }]]) {
      const programmeId = await aProgramme(services, actor, { name: `Program ${newId()}` });
      must(
        await execute(services, actor, saveConditions, {
          programmeId,
          conditions: { lines: part },
          ...common,
        }),
      );
    }
    const answers = () =>
      withOffice(services.db, office, (trx) =>
        trx.selectFrom('eligibility').selectAll().orderBy('ruleSetId').orderBy('enterpriseId').execute(),
      );
    const countWhole = async () => {
      const [run] = await withOffice(services.db, office, (trx) =>
        trx.selectFrom('eligibilityRuns').select('runId').where('finishedAt', 'is', null).execute(),
      );
      const { runId } = run ?? must(await execute(services, actor, countAgain, {}));
      await judgeRegister(services, office, runId);
    };
    await countWhole();
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const story = new Story(services, office, groupId);
        await story.begin();
        // Counted after nearly every step: a change that touches nothing is not made good by the next one.
        await judgeTouched(services, office);
        for (const step of steps) {
          await story.take(step);
          if (step[2] > 0) await judgeTouched(services, office);
        }
        await judgeTouched(services, office);
        const bitByBit = await answers();
        expect(new Set(bitByBit.map(({ enterpriseId }) => enterpriseId)).size).toBeGreaterThan(0);
        // From nothing: no row may be there because it was there before.
        await withOffice(services.db, office, (trx) => trx.deleteFrom('eligibility').execute());
        await countWhole();
        expect(bitByBit).toEqual(await answers());
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  30_000 + RUNS * 4_000,
);
