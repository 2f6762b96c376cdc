import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import type { CertificateFault } from '#selection/check-certificate.ts';
import { type Verification, verifyFile } from '#selection/node/verify-file.ts';
import type { Seat } from '#selection/problem.ts';
import { readSelectionFile } from '#selection/selection-file.ts';
import { PlainError } from './plain-error.ts';
import { say } from './say.ts';

/** Names shown at most where lists differ: enough to ask about. */
const SHOWN = 20;

export function addSelectionCommand(program: Command): void {
  const selection = program
    .command('selection')
    .description('seleksi peserta: periksa daftar yang diterbitkan / selections: check a published list');
  selection
    .command('verify')
    .description(
      'hitung ulang daftar dari berkas seleksi dan periksa sertifikatnya; tidak butuh basis data / find the list of a selection file again and check its certificate; needs no database',
    )
    .argument('<file>', 'berkas .json atau .xlsx dari layar seleksi / the .json or .xlsx file of a selection')
    .addHelpText(
      'after',
      '\nKode keluar 0: daftar sama persis dan terbukti. 1: tidak. / Exit code 0: identical and certified. 1: not.',
    )
    .action(verify);
}

async function verify(path: string): Promise<void> {
  const content = await readFile(resolve(path)).catch(() => {
    throw new PlainError(`Berkas tidak bisa dibuka / cannot be opened: ${path}`);
  });
  const text = isWorkbook(content) ? await textOfWorkbook(resolve(path)) : content.toString('utf8');
  const { file, where } = readSelectionFile(text);
  if (!file)
    throw new PlainError(
      `Bukan berkas seleksi Gawangan / not a selection file of Gawangan (${where}): ${path}`,
    );
  const found = await verifyFile(file);
  if (found.problemFaults.length > 0)
    throw new PlainError(
      `Isi berkas tidak wajar / the file contradicts itself: ${found.problemFaults
        .slice(0, SHOWN)
        .map(({ path: place, code }) => `${place} (${code})`)
        .join(', ')}`,
    );
  const { seats, solver } = file.selection;
  say(`Kunci undian / seed: ${file.problem.seed}`);
  say(
    `${count(file.problem.candidates.length)} calon, ${count(seats.length)} terpilih / candidates, chosen; nilai / points: ${points(found.total)}`,
  );
  for (const { row, limit, given } of found.counts)
    say(`  ${row}: ${count(given)} (batas / limit ${count(limit)})`);
  sayCertificate(found);
  sayDifference(found);
  const [then, now] = [solver, found.solver].map((one) => (one ? `${one.name} ${one.version}` : '–'));
  if (then !== now) say(`Penghitung / solver: ${now}; waktu diterbitkan / when published: ${then}`);
  if (!(found.identical && found.certified)) process.exitCode = 1;
}

/** An .xlsx is a zip archive. */
const isWorkbook = (content: Buffer): boolean => content.subarray(0, 2).toString('latin1') === 'PK';

/** The file as it stands piece by piece in the workbook's sheet `Berkas`; empty where there is no such sheet. */
async function textOfWorkbook(path: string): Promise<string> {
  let sheet: number | null = null;
  let text = '';
  for await (const event of readSpreadsheet(path, { originalName: basename(path) })) {
    if (event.type === 'file') sheet = event.sheets.find(({ name }) => name === 'Berkas')?.index ?? null;
    if (event.type !== 'rows' || event.sheet !== sheet) continue;
    // The first row names the columns.
    for (const [at, cells] of event.rows.entries())
      if (event.rowNumbers[at] !== 1) text += String(cells[1] ?? '');
  }
  return text;
}

function sayCertificate({ certified, faults, gap }: Verification): void {
  if (certified)
    say(
      `Sertifikat benar: tidak ada daftar sah yang nilainya lebih dari ${percent(gap)} di atas daftar ini. / The certificate holds: no allowed list scores more than ${percent(gap)} above this one.`,
    );
  else {
    say('Sertifikat TIDAK benar / the certificate does NOT hold:');
    for (const fault of faults.slice(0, SHOWN)) say(`  ${inWords(fault)}`);
    if (faults.length > SHOWN) say(`  … +${count(faults.length - SHOWN)}`);
  }
}

function sayDifference({ identical, difference }: Verification): void {
  if (identical) {
    say('Daftar sama persis setelah dihitung ulang. / Found again, the list is identical.');
    return;
  }
  say('Daftar BERBEDA setelah dihitung ulang / found again, the list DIFFERS:');
  const { gain, lose, move } = difference ?? { gain: [], lose: [], move: [] };
  sayNames('hanya dalam berkas / only in the file', lose);
  sayNames('hanya menurut hitungan ulang / only when found again', gain);
  sayNames(
    'tempat lain / elsewhere',
    move.map(({ candidate, from, to }) => ({ candidate, intake: `${from} → ${to}` })),
  );
}

function sayNames(what: string, seats: readonly Seat[]): void {
  if (seats.length === 0) return;
  const names = seats.slice(0, SHOWN).map(({ candidate, intake }) => `${candidate} (${intake})`);
  say(`  ${what}: ${names.join(', ')}${seats.length > SHOWN ? `, … +${count(seats.length - SHOWN)}` : ''}`);
}

function inWords(fault: CertificateFault): string {
  switch (fault.kind) {
    case 'seat_not_applied_for':
      return `${fault.code}: mendapat kursi yang tidak dilamar / has a seat not applied for`;
    case 'two_seats':
      return `${fault.code}: mendapat dua kursi / has two seats`;
    case 'settled_otherwise':
      return `${fault.code}: lain dari yang ditetapkan lebih dulu / other than settled beforehand`;
    case 'passed_over':
      return `${fault.code}: dilewati oleh yang sama syaratnya tetapi di bawahnya / passed over for somebody alike who follows`;
    case 'limit_broken':
      return `${fault.code}: ${count(fault.given)}, batas / limit ${count(fault.limit)}`;
    case 'total_differs':
      return `jumlah nilai / total: ${points(fault.stated)} tertulis / stated, ${points(fault.found)} dihitung / found`;
    case 'bound_differs':
      return `batas atas / bound: ${fault.stated} tertulis / stated, ${fault.found} dihitung / found`;
    case 'gap_differs':
      return `selisih / gap: ${percent(fault.stated)} tertulis / stated, ${percent(fault.found)} dihitung / found`;
    case 'gap_too_wide':
      return `selisih terlalu besar / gap too wide: ${percent(fault.gap)} > ${percent(fault.goal)}`;
    case 'multiplier_invalid':
      return `pengali tidak sah / invalid multiplier: ${fault.code}`;
    case 'parts_leave_a_hole':
      return 'bagian sertifikat tidak mencakup semua daftar / the parts do not cover every list';
  }
}

const count = (value: number) => value.toLocaleString('id-ID');
const points = (score: number) => (score / 10_000).toLocaleString('id-ID', { minimumFractionDigits: 4 });
const percent = (share: number) => `${(share * 100).toLocaleString('id-ID', { maximumFractionDigits: 4 })}%`;
