import { expect, test } from 'vitest';
import { type ApplicantLine, type ApplicantStanding, countApplicants, isWanted } from './applicants-view.ts';

const line = (standing: ApplicantStanding, status: ApplicantLine['status'] = 'received'): ApplicantLine => ({
  applicationId: 'a',
  number: 1,
  enterpriseId: 'e',
  name: 'Batik',
  ownerName: null,
  village: null,
  via: 'officer',
  proposedBy: null,
  status,
  joinedTo: null,
  standing,
  lacking: [],
  unknown: [],
  files: 0,
  receivedAt: new Date(0),
});
const lines = [
  line(0),
  line(0),
  line(1),
  line(2),
  line(3),
  line(null),
  line(0, 'withdrawn'),
  line(1, 'joined'),
];

test('withdrawn and joined applications are no applicants; who is not known stays in the count', () => {
  const counts = countApplicants(lines, true);
  expect(counts).toEqual({ received: 6, withdrawn: 1, standing: { meets: 2, one: 1, no: 1, unknown: 2 } });
  const { meets, one, no, unknown } = counts.standing!;
  expect(meets + one + no + unknown).toBe(counts.received);
});

test('without conditions nobody is counted as meeting them', () => {
  expect(countApplicants(lines, false).standing).toBeNull();
});

test.each([
  ['lengkap', 2],
  ['kurang-satu', 1],
  ['belum', 1],
  ['belum-diketahui', 2],
  ['dicabut', 1],
  [null, 8],
] as const)('the filter %s leaves %i', (filter, count) => {
  expect(lines.filter((one) => isWanted(one, filter))).toHaveLength(count);
});
