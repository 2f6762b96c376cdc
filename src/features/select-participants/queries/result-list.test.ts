import { expect, test } from 'vitest';
import { recordIntake } from '#features/record-support/index.server.ts';
import { newId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import { must } from '#kernel/refusal.ts';
import { inOneTransaction, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { AFTER_CLOSE, aLocked, anIntakeWithApplicants, decide } from '../factory.ts';
import { selectionPermissions } from '../permissions.ts';
import { resultList } from './result-list.server.ts';

test('whoever missed days earlier is chosen like anybody else, and how much and why stands beside the name', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const actor = anActor(office);
  const { intakeId, applicants } = await anIntakeWithApplicants(services, actor, { seats: 1 });
  const [first, second] = applicants.map(({ enterpriseId }) => enterpriseId);
  const before = { kind: 'training', topic: 'packaging', provider: 'Dinas', value: null } as const;
  const when = { startedOn: '2025-03-10', endedOn: '2025-03-12' };
  await inOneTransaction(services, actor, (context) =>
    recordIntake(context, newId(), [
      {
        ...{ ...before, ...when },
        title: 'Pelatihan kemasan, Angkatan 1',
        enterpriseId: first!,
        outcome: 'left',
        absence: { missed: 2, excused: 1, sessions: 3, reasons: ['Sakit'] },
      },
      {
        ...{ ...before, ...when },
        title: 'Pelatihan kemasan, Angkatan 1',
        enterpriseId: second!,
        outcome: 'absent',
        absence: { missed: 3, excused: 0, sessions: 3, reasons: [] },
      },
    ]),
  );
  const selectionId = await aLocked(services, actor, [intakeId]);
  services.setNow(AFTER_CLOSE);
  await decide(services, actor, selectionId, [intakeId]);
  const list = async (locale: Locale) => {
    const asked = { intakeId: null, filter: null, page: 1 };
    const found = await read(services, actor, selectionPermissions['selection.view'], (context) =>
      resultList(context, selectionId, asked, locale),
    );
    return must(found)?.rows.map(({ enterpriseId, exposure, reason: { rank, outcome } }) => ({
      ...{ enterpriseId, exposure, rank, outcome },
    }));
  };
  expect((await list('id'))?.slice(0, 3)).toEqual([
    {
      enterpriseId: first,
      exposure:
        'sudah sekali pelatihan kemasan sejak 2024; tidak hadir 2 dari 3 pertemuan (1 dengan izin) di Pelatihan kemasan, Angkatan 1 (2025): sakit',
      rank: 1,
      outcome: 'seated',
    },
    {
      enterpriseId: second,
      exposure:
        'belum pernah dibina; tidak hadir 3 dari 3 pertemuan di Pelatihan kemasan, Angkatan 1 (2025): alasan tidak tercatat',
      rank: 2,
      outcome: 'waiting',
    },
    {
      enterpriseId: applicants[2]!.enterpriseId,
      exposure: 'belum pernah dibina',
      rank: 3,
      outcome: 'waiting',
    },
  ]);
  expect((await list('en'))?.[0]?.exposure).toBe(
    'had packaging training once since 2024; missed 2 of 3 sessions (1 with leave) at Pelatihan kemasan, Angkatan 1 (2025): sakit',
  );
});
