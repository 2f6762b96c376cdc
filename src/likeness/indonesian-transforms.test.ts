import { expect, test } from 'vitest';
import { indonesianTransforms } from './indonesian-transforms.ts';

const changes: [name: string, value: string, result: string | null][] = [
  ['person', 'H. Moch. Rohman, S.Pd', 'MUHAMMAD ROHMAN'],
  ['person-compact', 'Nur Hidayat', 'NURHIDAYAT'],
  ['person-sorted', 'Nur Hidayat', 'HIDAYAT NUR'],
  ['person-sound', 'Taufiq', 'TAUPIK'],
  ['person-longest', 'Siti Nurhidayati', 'NURHIDAIATI'],
  ['person-first', 'Hj. Wastinah Sari', 'WASTINA'],
  ['patronymic', 'Solikhin bin Abdul Manan', 'ABDUL MANAN'],
  ['business', 'Toko Batik "Nadia"', 'NADIA'],
  ['business-compact', 'Batik Sumber Rejeki', 'SUMBERREJEKI'],
  ['business-sorted', 'Batik Sumber Rejeki', 'REJEKI SUMBER'],
  ['business-sound', 'Soember Redjeki', 'SUMBER REJEKI'],
  ['business-category', 'Warung Bu Tinah', 'WARUNG'],
  ['business-owner', 'Warung Bu Tinah', 'TINAH'],
  ['address', 'Jl. Kurinci No. 7', null],
  ['address-place', 'Jln. Kurinci No. 7, RT 02/RW 05', null],
  ['rt-rw', 'Jl. Kurinci RT.002/RW.005', '02/05'],
  ['phone', '0812-3456-789', '628123456789'],
  ['nik-birth', '3375014503870001', '337501450387'],
  ['nik-date', '3375014503870001', '450387'],
  ['nik-serial', '3375014503870001', '03870001'],
];

test.each(changes.filter(([name]) => !name.startsWith('address')))(
  '%s makes "%s" into %s',
  (name, value, result) => {
    expect(indonesianTransforms[name]?.(value)).toBe(result);
  },
);

test('every change is tried here', () => {
  expect(Object.keys(indonesianTransforms).sort()).toEqual(changes.map(([name]) => name).sort());
});

test('an address however it is written: kind of road and area are left out of the place', () => {
  const place = indonesianTransforms['address-place']!;
  expect(place('Jl. Kurinci No. 7, RT.002/RW.005, Kel. Podosugih')).toBe(place('JLN KURINCI 7 RT 2 RW 5'));
  expect(place('Jl. Kurinci No. 7')).toContain('KURINCI');
  expect(place('RT 02/RW 05')).toBe('');
  const address = indonesianTransforms.address!;
  expect(address('Jl. Kurinci No. 7')).toBe(address('JALAN KURINCI NO 7'));
  expect(address('Jl. Kurinci No. 7')).not.toBe(address('Jl. Kurinci No. 8'));
});

test.each([
  '0812 3456 789',
  '+62 812-3456-789',
  '628123456789',
  '08123456789',
  '62 0812 3456 789',
  '8123456789',
])('a phone is one however it is written: %s', (written) => {
  expect(indonesianTransforms.phone?.(written)).toBe('628123456789');
});

test.each([
  ['phone', '12345'],
  ['nik-birth', '3375014503870000'],
  ['nik-date', '33750145'],
  ['nik-serial', 'tidak ada'],
  ['patronymic', 'Rohman'],
  ['business-owner', 'Batik Jlamprang'],
  ['rt-rw', 'Jl. Kurinci No. 7'],
])('%s has nothing to say of "%s"', (name, value) => {
  expect(indonesianTransforms[name]?.(value)).toBeNull();
});

test('asked for thousands of names, it still answers right', () => {
  const person = indonesianTransforms.person!;
  for (let at = 0; at < 3000; at += 1) person(`Rohman ${at.toString(36).replace(/\d/g, 'x')}`);
  expect(person('Hj. Wastinah')).toBe('WASTINAH');
});
