import { describe, expect, test } from 'vitest';
import { formatRtRw, takeRtRw } from './rt-rw.ts';

describe('RT.002/RW.005 = 02/05', () => {
  test.each([
    'RT.002/RW.005',
    '02/05',
    '002 / 005',
    'RT 02 RW 05',
    'RT. 2, RW. 5',
    'RT02RW05',
    'RT002/005',
    'RT 2/5',
    'RT 2-5',
    'RT/RW 002/005',
    'RT/RW : 02 / 05',
    'RW 05 RT 02',
    'RT 02 RW V',
    'RT.II/RW.V',
  ])('%s', (written) => {
    expect(formatRtRw(takeRtRw(`JL MERDEKA ${written} BENDAN`))).toBe('02/05');
  });

  test.each([
    ['RT 12/RW 110', '12/110'],
    ['RT 3', '03/-'],
    ['RW 14', '-/14'],
    ['RT 000 RW 000', ''],
    ['JL MERDEKA NO 12/14', ''],
    ['JL MERDEKA 12', ''],
    ['RT RW', ''],
    ['PERUM IX RTX', ''],
  ])('%s is "%s"', (written, formatted) => {
    expect(formatRtRw(takeRtRw(written))).toBe(formatted);
  });

  test('what stood on either side does not run together', () => {
    expect(takeRtRw('DK KRAJAN RT 01/02 BENDAN').rest.replace(/\s+/g, ' ')).toBe('DK KRAJAN , BENDAN');
  });
});
