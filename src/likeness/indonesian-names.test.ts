import { describe, expect, test } from 'vitest';
import { levelsReached } from './factory.ts';

// Rules of the table "Matching Indonesian names and addresses", as linkage sees them: which level two spellings reach.
const nameLevel = (one: string, other: string) =>
  levelsReached({ ownerName: one }, { ownerName: other }).person_name;
const businessLevel = (one: string, other: string) =>
  levelsReached({ businessName: one }, { businessName: other }).business_name;
const addressLevel = (one: string, other: string) =>
  levelsReached({ address: one }, { address: other }).address;

const SAME = /^(exact|same_words)$/;
const STRONG = /^(exact|same_words|sounds_alike)$/;

describe('written otherwise, a name is the same', () => {
  test.each([
    ['Clean: apostrophes', "D'Afni", 'DAFNI'],
    ['Clean: dots', 'Siti.Nur.Aini', 'SITI NUR AINI'],
    ['Clean: composed letters', 'Siti Aminah', 'Ｓｉｔｉ AMINAH'],
    ['Clean: without spaces', 'NUR HIDAYAT', 'NURHIDAYAT'],
    ['Clean: order of words', 'NUR HIDAYAT', 'HIDAYAT NUR'],
    ['Clean: mononyms', 'Wastinah', 'WASTINAH'],
    ...'H. HJ. HAJI HAJJAH KH. KYAI NYAI UST. HABIB R. RADEN RR. RM. DR. DRS. DRA. IR. PROF. TN. NY. NN. SDR. SDRI. BPK. PAK BU IBU ALM.'
      .split(' ')
      .map((title): [string, string, string] => [
        `Prefix titles: ${title}`,
        `${title} Wastinah Sari`,
        'WASTINAH SARI',
      ]),
    ...'SE SH ST SPD SAG SKOM SSOS SIP SKM AMD MM MSI MPD MH MT'
      .split(' ')
      .map((degree): [string, string, string] => [
        `Suffix degrees: ${degree}`,
        `Wastinah Sari, ${degree}`,
        'WASTINAH SARI',
      ]),
    ['Trap: leading ST', 'St. Aminah', 'SITI AMINAH'],
    ['Trap: leading STI', 'STI AMINAH', 'Siti Aminah'],
    ['Trap: trailing ST', 'Aminah Sari, ST', 'AMINAH SARI'],
    ['Patronymic: BIN', 'Solikhin bin Abdul Manan', 'SOLIKHIN'],
    ['Patronymic: BINTI', 'Wastinah binti Karto', 'WASTINAH'],
    ['Patronymic: B', 'SOLIKHIN B. KARTO', 'SOLIKHIN'],
    ['Patronymic: BT', 'WASTINAH BT KARTO', 'WASTINAH'],
    ...'MUHAMAD MOHAMMAD MOHAMED MUCHAMAD MOCHAMMAD MUKHAMAD MUH. MOH. MOCH. MUCH. MHD. MD. M.'
      .split(' ')
      .map((written): [string, string, string] => [
        `Muhammad: ${written}`,
        `${written} Rohman`,
        'MUHAMMAD ROHMAN',
      ]),
    ...'ACHMAD AKHMAD AHMED A.'
      .split(' ')
      .map((written): [string, string, string] => [`Ahmad: ${written}`, `${written} Rofiq`, 'AHMAD ROFIQ']),
    ['Abdul: ABD', 'Abd. Gani', 'ABDUL GANI'],
    ['Abdul: ABDOEL', 'ABDOEL GANI', 'ABDUL GANI'],
    ['Abdul: joined', 'ABDULGANI', 'ABDUL GANI'],
    ['Abdul: ABDUR R-', 'ABDURROHIM', 'ABDUR ROHIM'],
    ['Abdul: ABDUS S-', 'ABDUS SALAM', 'ABDUSSALAM'],
    ['Alias: ALS', 'SUMARNO ALS KEMPUL', 'SUMARNO'],
    ['Alias: ALIAS', 'Sumarno alias Kempul', 'SUMARNO'],
    ['Alias: D/H', 'SUMARNO d/h KEMPUL', 'SUMARNO'],
    ['Alias: brackets', 'Sumarno (Kempul)', 'SUMARNO'],
  ])('%s: %s is %s', (_rule, one, other) => {
    expect(nameLevel(one, other)).toMatch(SAME);
  });
});

describe('a name that sounds the same is a strong sign', () => {
  test.each([
    ['Arabic digraphs: KH/CH/H', 'SOLIKHIN', 'SOLICHIN'],
    ['Arabic digraphs: SY/SH/S', 'SYAMSUDIN', 'SAMSUDIN'],
    ['Arabic digraphs: DZ/Z', 'DZAKIYAH', 'ZAKIYAH'],
    ['Arabic digraphs: TH/T', 'THOHIR', 'TOHIR'],
    ['Arabic digraphs: DH/D', 'DHOFIR', 'DOFIR'],
    ['Arabic digraphs: Q/K', 'TAUFIQ', 'TAUFIK'],
    ['Arabic digraphs: GH/G', 'GHOZALI', 'GOZALI'],
    ['Arabic digraphs: F/V/P', 'NOVAL', 'NOFAL'],
    ['Arabic digraphs: doubled', 'KHODIJJAH', 'KHODIJAH'],
    ['Arabic digraphs: final H', 'WASTINAH', 'WASTINA'],
    ['Javanised vowels: RAHMAN/ROHMAN', 'RAHMAN', 'ROHMAN'],
    ['Javanised vowels: ROKHMAN', 'ROHMAN', 'ROKHMAN'],
    ['Javanised vowels: SALEH/SOLEH', 'SALEH', 'SOLEH'],
    ['Javanised vowels: SHOLEH', 'SOLEH', 'SHOLEH'],
    ['Javanised vowels: NUR/NOER', 'NUR AINI', 'NOER AINI'],
    ['Javanised vowels: NUR/NOOR', 'NUR AINI', 'NOOR AINI'],
    ['Javanised vowels: SUTRISNO/SUTRISNA', 'SUTRISNO', 'SUTRISNA'],
    ['Javanised vowels: DIAH/DYAH', 'DIAH', 'DYAH'],
    ['Javanised vowels: SUPRI/SOEPRI', 'SUPRIYADI', 'SOEPRIYADI'],
    ['Old spelling: OE, TJ', 'SOETJIPTO', 'SUCIPTO'],
    ['Old spelling: DJ', 'DJOKO', 'JOKO'],
    ['Old spelling: OE and J', 'SOERJANTO', 'SURYANTO'],
  ])('%s: %s and %s', (_rule, one, other) => {
    expect(nameLevel(one, other)).toMatch(STRONG);
  });
});

describe('not equal', () => {
  test.each([
    ['SITI', 'SRI'],
    ['SITI AMINAH', 'SRI AMINAH'],
    ['ST AMINAH', 'SRI AMINAH'],
    ['DWI', 'DEWI'],
    ['DWI LESTARI', 'DEWI LESTARI'],
    ['HARYANTO', 'HARYANTI'],
    ['HALIM', 'HALIMAH'],
    ['PANJANG', 'PANYANG'],
    ['ANJAR', 'ANYAR'],
  ])('%s ≠ %s, by word or by sound', (one, other) => {
    expect(nameLevel(one, other)).not.toMatch(STRONG);
  });

  test('the ending may encode sex: the NIK tells them apart', () => {
    const levels = levelsReached(
      { ownerName: 'HARYANTO', nik: '3375010503870001', sex: 'male' },
      { ownerName: 'HARYANTI', nik: '3375014503870001', sex: 'female' },
    );
    expect(levels).toMatchObject({ person_name: 'close', nik: 'one_digit', sex: 'different' });
  });
});

describe('businesses', () => {
  const kinds =
    'UD CV PT PD KUB TOKO TK WARUNG WR KIOS DEPOT LAPAK KONTER BATIK CRAFT KONVEKSI KATERING JUAL USAHA DAGANG';
  test.each(kinds.split(' '))('%s is no part of the name', (kind) => {
    expect(businessLevel(`${kind} Sumber Rejeki`, 'Sumber Rejeki')).toMatch(SAME);
  });

  test('old and new spelling, joined and split', () => {
    expect(businessLevel('Toko Soember Redjeki', 'SUMBER REJEKI')).toMatch(SAME);
    expect(businessLevel('Sumberrejeki', 'Sumber Rejeki')).toMatch(SAME);
  });

  test('WARUNG X <OWNER>: a title before the owner’s name is no part of it', () => {
    expect(businessLevel('Warung Bu Tinah', 'WARUNG TINAH')).toMatch(SAME);
  });

  test('to be called after the same owner is no sign: two businesses of one owner', () => {
    const owner = { ownerName: 'Hj. Wastinah Sari' };
    const levels = levelsReached(
      { ...owner, businessName: 'Batik Wastinah Sari' },
      { ...owner, businessName: 'Katering Barokah Wastinah Sari' },
    );
    expect(levels.business_name).toBe('different');
  });
});

describe('addresses', () => {
  test.each([
    ['JL/JLN', 'Jl. Kurinci No. 7', 'JLN KURINCI NO 7'],
    ['JALAN', 'Jalan Kurinci No. 7', 'JL KURINCI 7'],
    ['GG', 'Gg. Melati 5', 'GANG MELATI 5'],
    ['DK/DKH/DSN', 'Dk. Krajan', 'DSN KRAJAN'],
    ['KEL, KEC, KAB', 'Jl. Kurinci No. 7, Kel. Podosugih, Kec. Pekalongan Barat', 'Jl. Kurinci No. 7'],
    ['RT/RW is compared by itself', 'Jl. Kurinci No. 7 RT.002/RW.005', 'Jl. Kurinci No. 7'],
    ['PERUM/GRIYA, BLK', 'Perum Griya Asri Blok C', 'PERUMAHAN GRIYA ASRI BLK C'],
  ])('%s: %s is %s', (_rule, one, other) => {
    expect(addressLevel(one, other)).toBe('same');
  });

  test('LOR and KIDUL stay inside names: one is not the other', () => {
    expect(addressLevel('Dk. Karanganyar Lor', 'Dk. Karanganyar Kidul')).not.toBe('same');
  });

  test('RT.002/RW.005 = 02/05 = 2/5', () => {
    const neighbourhood = (rt: string, rw: string) => ({ rt, rw });
    expect(levelsReached(neighbourhood('002', '005'), neighbourhood('2', '05')).rt_rw).toBe('same');
    expect(levelsReached(neighbourhood('002', '005'), neighbourhood('2', '06')).rt_rw).toBe('different');
    expect(levelsReached({ rt: '2' }, { rw: '2' }).rt_rw).toBe('different');
  });
});

describe('NIK', () => {
  const nikLevel = (one: string, other: string) => levelsReached({ nik: one }, { nik: other }).nik;

  test.each([
    ['the same', '3375014503870001', '3375014503870001', 'exact'],
    ['one digit mistyped', '3375014503870001', '3375014503870007', 'one_digit'],
    ['one digit left out', '3375014503870001', '337501450387001', 'one_digit'],
    ['neighbours transposed', '3375014503870012', '3375014503870021', 'one_digit'],
    ['born on one day in one place: another serial', '3375014503870001', '3375014503870942', 'same_birth'],
    ['two digits mistyped', '3375014503870001', '3375034503870007', 'two_digits'],
    ['somebody else', '3375014503870001', '3325011203910002', 'different'],
  ])('%s: %s and %s', (_rule, one, other, level) => {
    expect(nikLevel(one, other)).toBe(level);
  });
});

test('a phone is one however it is written, and one digit off is told', () => {
  const phone = (one: string, other: string) => levelsReached({ phones: [one] }, { phones: [other] }).phone;
  expect(phone('+628123456789', '08123456789')).toBe('exact');
  expect(phone('+628123456789', '+628123456780')).toBe('one_digit');
  expect(phone('+628123456789', '+628569876543')).toBe('different');
});

test('a wrong KBLI code is corrected by what is usual for such work', () => {
  const { category } = levelsReached(
    { activity: 'jahit rumahan', kbli: '14120' },
    { activity: 'jahit rumahan', kbli: '14111' },
  );
  expect(category).toBe('same_group');
});

test('what nobody said is missing, not different', () => {
  expect(new Set(Object.values(levelsReached({}, { nik: '3375014503870001', sex: 'male' })))).toEqual(
    new Set(['missing']),
  );
});
