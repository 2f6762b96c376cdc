import { isScientific } from './digits-of.ts';

/** Below this many sixteen-digit values a column is too short to judge by its last digits. */
const fewestToJudge = 5;

/**
 * Whether Excel has destroyed a sixteen-digit number (NIK, No. KK, NPWP-16). Excel keeps 15 significant
 * digits, so the last one becomes 0.
 * 'certain': scientific notation, or a serial 0000, which is never issued. 'possible': ends in 0, as one
 * in ten sound numbers does; judge the column. 'none': otherwise.
 */
export function excelDamage(text: string): 'none' | 'possible' | 'certain' {
  if (isScientific(text)) return 'certain';
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 16 || !digits.endsWith('0')) return 'none';
  return digits.endsWith('0000') ? 'certain' : 'possible';
}

/** What a column of sixteen-digit numbers has been through. */
export type ColumnDamage = {
  /** Values that could be judged: sixteen digits, or scientific notation. */
  readonly judged: number;
  /** How many of them are in scientific notation or end in 0. */
  readonly suspect: number;
  /** Estimated share of damaged values, 0–1, after allowing for the tenth that end in 0 by nature. */
  readonly damagedShare: number;
  /** 'damaged': trust no last digit of the column. 'partly': some rows came through Excel as numbers. */
  readonly verdict: 'sound' | 'partly' | 'damaged' | 'too_few';
};

/** Judges a whole column of sixteen-digit numbers, since one ending in 0 proves nothing by itself. */
export function judgeColumn(values: Iterable<string>): ColumnDamage {
  let judged = 0;
  let suspect = 0;
  let certain = 0;
  for (const value of values) {
    const damage = excelDamage(value);
    if (damage === 'none' && value.replace(/\D/g, '').length !== 16) continue;
    judged += 1;
    if (damage !== 'none') suspect += 1;
    if (damage === 'certain') certain += 1;
  }
  const share = judged === 0 ? 0 : suspect / judged;
  const damagedShare = Math.max(judged === 0 ? 0 : certain / judged, (share - 0.1) / 0.9, 0);
  return { judged, suspect, damagedShare, verdict: verdictOf(judged, certain, damagedShare) };
}

function verdictOf(judged: number, certain: number, damagedShare: number): ColumnDamage['verdict'] {
  if (judged < fewestToJudge) return certain > 0 ? 'partly' : 'too_few';
  if (damagedShare >= 0.8) return 'damaged';
  return certain > 0 || damagedShare >= 0.2 ? 'partly' : 'sound';
}
