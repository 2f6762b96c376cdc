import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import type { ColumnChoice } from './column-choice.ts';
import { aListContext, aMapping } from './factory.ts';
import { type ListField, listFields } from './list-fields.ts';
import { noDefaultPlace } from './read-title.ts';
import { rowValidator } from './validate-row.ts';

const context = aListContext();
const jenggot = '33.75.04.1004';

/** Checks one row given by field; money columns may state unit and period. */
const check = (
  row: Partial<Record<ListField, Cell>>,
  more: Parameters<typeof aListContext>[0] = {},
  choice: Partial<ColumnChoice> = {},
) => {
  const fields = Object.keys(row) as ListField[];
  const mapping = aMapping(...fields.map((field) => ({ ...choice, field })));
  return rowValidator(mapping, { ...context, ...more })(Object.values(row) as Cell[]);
};
const codes = (row: ReturnType<typeof check>) => row.problems.map(({ code }) => code);
const siti = { full_name: 'Siti Aminah', village: 'Jenggot' };

describe('a row comes in', () => {
  it('whole, when everything can be read', () => {
    const { record, problems, disposition } = check({
      full_name: '  Hj.  Siti Aminah, S.Pd. ',
      nik: "'3375044708850001",
      no_kk: '3375041203100002',
      sex: 'P',
      birth_date: 'Pekalongan, 07-08-1985',
      disability: 'Tidak',
      phone: '0812-3456-7890 / 62856 7890 1234',
      email: ' Siti@Contoh.ID ',
      address: 'Dk. Sembung, Jl. Pelita 2 RT.002/RW.005',
      village: 'Kel. Jenggot',
      district: 'PEKALONGAN SELATAN',
      business_name: 'Batik Nadia',
      activity: 'Batik cap',
      product: 'Sarung batik, kain panjang dan kemeja (L, XL)',
      nib: '0123456789012',
      kbli: '13133',
      start_year: 2015,
      start_month: 'Mei',
      capital: '15 jt',
      workers: '3 orang',
      workers_male: 0,
      latitude: '-6,9262',
      longitude: 109.669,
      scale: 'Usaha Mikro',
      notes: 'aktif',
    });
    expect(problems).toEqual([]);
    expect(disposition).toBe('ready');
    expect(record).toEqual({
      owner: {
        fullName: 'Hj. Siti Aminah, S.Pd.',
        nik: '3375044708850001',
        nikAnswer: null,
        noKk: '3375041203100002',
        sex: 'female',
        birthDate: '1985-08-07',
        disability: 'no',
        phones: ['+6281234567890', '+6285678901234'],
        email: 'Siti@contoh.id',
        homeAddress: null,
      },
      enterprise: {
        name: 'Batik Nadia',
        isNameMade: false,
        brand: null,
        activity: 'Batik cap',
        products: ['Sarung batik', 'kain panjang', 'kemeja (L, XL)'],
        sector: 'batik',
        kbli: { version: '2025', code: '13133', isGuessed: false },
        nib: '0123456789012',
        nibAnswer: null,
        legalForm: null,
        reportedScale: 'mikro',
        startedOn: '2015-05-01',
      },
      place: {
        villageCode: jenggot,
        rt: '02',
        rw: '05',
        hamlet: 'Sembung',
        address: 'Dk. Sembung, Jl. Pelita 2 RT.002/RW.005',
        latitude: -6.9262,
        longitude: 109.669,
      },
      figures: [
        { kind: 'capital', year: 2026, amount: 15_000_000, amountUpper: null },
        { kind: 'workers', year: 2026, amount: 3, amountUpper: null },
        { kind: 'workers_male', year: 2026, amount: 0, amountUpper: null },
      ],
      evidences: [],
      notes: 'aktif',
      sourceKey: null,
      enterpriseId: null,
    });
  });

  it('without an e-mail address that cannot be one, or that came masked', () => {
    const broken = check({ ...siti, email: 'siti.contoh.id' });
    expect([broken.record.owner.email, codes(broken), broken.disposition]).toEqual([
      null,
      ['email_invalid'],
      'ready',
    ]);
    expect(JSON.stringify(broken.problems)).not.toContain('siti.contoh');
    const masked = check({ ...siti, email: 's***@contoh.id' });
    expect([masked.record.owner.email, codes(masked)]).toEqual([null, []]);
  });

  it('with a name alone', () => {
    const { record, disposition } = check({ full_name: 'Ngatmi' });
    expect(disposition).toBe('ready');
    expect(record.enterprise).toMatchObject({ name: 'Ngatmi', isNameMade: true });
  });

  it('under the name of its work and owner when the business has none', () => {
    expect(check({ ...siti, activity: 'Jual kerupuk' }).record.enterprise).toMatchObject({
      name: 'Jual kerupuk Siti Aminah',
      isNameMade: true,
      sector: 'food',
    });
  });

  it.each([
    ['phone', '12345', 'phone_invalid'],
    ['phone', '8,12346E+10', 'excel_damaged'],
    ['phone', '081234567890 / 0812', 'phone_part_unread'],
    ['birth_date', '31-02-1985', 'date_impossible'],
    ['birth_date', '07-08-2025', 'birth_date_unlikely'],
    ['capital', 'banyak', 'amount_unreadable'],
    ['capital', 5, 'amount_unit_missing'],
    ['capital', -500_000, 'amount_negative'],
    ['workers', 'beberapa', 'not_a_number'],
    ['sex', 'K', 'sex_unclear'],
    ['no_kk', '33750412', 'no_kk_length'],
    ['nib', '012345678901', 'leading_zero_lost'],
    ['nik', '1111111111111111', 'placeholder'],
    ['rt_rw', '2022-05-02', 'wrong_format'],
    ['position', '1.234, 5.678', 'position_outside'],
    ['latitude', '109,67', 'position_outside'],
    ['pirt', '20633', 'pirt_format'],
    ['kbli', '99999', 'kbli_not_in_table'],
    ['start_year', 'lama', 'date_unreadable'],
  ] as [ListField, Cell, string][])('without its %s when that reads "%s": %s', (field, cell, code) => {
    const row = check({ ...siti, [field]: cell });
    expect(codes(row)).toEqual([code]);
    expect(row.disposition).toBe('ready');
  });

  it.each(['-', '', '0', 'tidak ada', 'N/A', '#N/A', null])(
    'silently where a cell only marks that nothing is there: %s',
    (cell) => {
      expect(
        check({ ...siti, nik: cell, phone: cell, birth_date: cell, nib: cell, capital: cell }).problems,
      ).toEqual([]);
    },
  );
});

describe('a row goes back to be mended', () => {
  it('when nobody is named', () => {
    const row = check({ full_name: '', nik: '3375044708850001', village: 'Jenggot' });
    expect(codes(row)).toEqual(['name_missing']);
    expect(row.disposition).toBe('needs_mending');
  });

  it('when a number stands where the name belongs', () => {
    expect(codes(check({ ...siti, full_name: '3375044708850001' }))).toEqual(['name_is_number']);
  });

  it('but a NIK that Excel cut off is left out, and the row comes in', () => {
    const row = check({ ...siti, nik: '3,37504E+15' });
    expect(row.problems).toMatchObject([{ code: 'excel_damaged', severity: 'warning', field: 'nik' }]);
    expect([row.record.owner.nik, row.disposition]).toEqual([null, 'ready']);
  });

  it.each([
    ['337504470885001', 'nik_too_short', 1],
    ['33750447088500011', 'nik_too_long', 1],
    ['3375049908850001', 'nik_pattern', undefined],
    ['337504470885OO01', 'digits_expected', undefined],
  ])('when the NIK is no NIK: %s', (nik, code, count) => {
    const row = check({ ...siti, nik });
    expect(row.problems).toMatchObject([{ code, severity: 'error', field: 'nik', column: 2 }]);
    expect(row.problems[0]!.count).toBe(count);
    expect(row.record.owner.nik).toBeNull();
    expect(row.disposition).toBe('needs_mending');
  });

  it('when the village is none of the office, with the nearest names', () => {
    const row = check({ ...siti, village: 'Jengat' });
    expect(row.problems[0]).toMatchObject({
      code: 'village_unknown',
      value: 'Jengat',
      options: [{ code: jenggot, name: 'Jenggot, Pekalongan Selatan' }],
    });
    expect(row.disposition).toBe('needs_mending');
  });

  it('but not for its NIK when the whole NIK column is damaged: that is asked of the sender once', () => {
    const damage = [{ column: 2, field: 'nik', verdict: 'damaged', judged: 50, suspect: 50 }] as const;
    const row = check({ ...siti, nik: '3,37504E+15' }, { damage });
    expect(row).toMatchObject({ disposition: 'ready', problems: [] });
  });

  it('and of a column partly damaged only numbers that end in 0 are set aside', () => {
    const damage = [{ column: 2, field: 'nik', verdict: 'partly', judged: 50, suspect: 20 }] as const;
    expect(check({ ...siti, nik: '3375044708850010' }, { damage })).toMatchObject({
      disposition: 'ready',
      record: { owner: { nik: null } },
      problems: [{ code: 'nik_maybe_rounded', severity: 'warning' }],
    });
    expect(check({ ...siti, nik: '3375044708850011' }, { damage }).record.owner.nik).toBe('3375044708850011');
  });
});

describe('what is said about a person', () => {
  it.each([
    ['belum punya', 'none_yet'],
    ['Tidak mau', 'declined'],
    ['menyusul', 'not_shown'],
  ])('"%s" in the NIK column is an answer, not an error', (text, answer) => {
    expect(check({ ...siti, nik: text })).toMatchObject({
      disposition: 'ready',
      problems: [],
      record: { owner: { nikAnswer: answer } },
    });
  });

  it('that the NIK contradicts is a warning only', () => {
    const row = check({ ...siti, nik: '3375044708850001', birth_date: '08-07-1985', sex: 'L' });
    expect(codes(row)).toEqual(['day_and_month_swapped', 'sex_differs']);
    expect(row).toMatchObject({
      disposition: 'ready',
      record: { owner: { nik: '3375044708850001', sex: 'male' } },
    });
  });

  it('by ticks in columns L and P', () => {
    expect(check({ ...siti, is_male: '', is_female: 'v' }).record.owner.sex).toBe('female');
    expect(codes(check({ ...siti, is_male: 'v', is_female: 'v' }))).toEqual(['sex_marked_twice']);
  });

  it('never repeats a whole personal number in a problem', () => {
    const row = check({ ...siti, nik: '337504470885001', no_kk: '33750412', phone: '12345' });
    expect(row.problems.map(({ value }) => value)).toEqual(['…5001', '…', '…']);
  });
});

describe('money', () => {
  const sales = (cell: Cell, choice: Partial<ColumnChoice> = {}) =>
    check({ ...siti, sales: cell }, {}, choice).record.figures;

  it('by the month becomes a year of it', () => {
    expect(sales('1,5 jt', { period: 'month' })).toEqual([
      { kind: 'sales', year: 2026, amount: 18_000_000, amountUpper: null },
    ]);
    expect(sales(1_500_000, { period: 'month' })[0]!.amount).toBe(18_000_000);
  });

  it('takes the period that the cell itself states', () => {
    expect(sales('2 jt/bulan', { period: 'year' })[0]!.amount).toBe(24_000_000);
  });

  it('in a column of millions', () => {
    expect(sales('1,5', { unit: 1_000_000, period: 'year' })[0]!.amount).toBe(1_500_000);
    expect(sales(12.125, { unit: 1_000_000, period: 'year' })[0]!.amount).toBe(12_125_000);
  });

  it('as a band keeps both ends, for the year of its column', () => {
    expect(sales('1-2 jt', { period: 'month', year: 2021 })).toEqual([
      { kind: 'sales', year: 2021, amount: 12_000_000, amountUpper: 24_000_000 },
    ]);
  });

  it('of one day is not made a year', () => {
    expect(check({ ...siti, sales: '200 rb' }, {}, { period: 'day' })).toMatchObject({
      record: { figures: [] },
      problems: [{ code: 'period_not_yearly' }],
    });
  });
});

describe('the place', () => {
  it('is the one of the sheet where the row names none', () => {
    const validate = rowValidator(aMapping('full_name', 'village'), context);
    const place = { ...noDefaultPlace, village: 'Jenggot', rt: '03' };
    expect(validate(['Siti', ''], place).record.place).toMatchObject({ villageCode: jenggot, rt: '03' });
    expect(validate(['Siti', 'Kauman'], place).record.place.villageCode).not.toBe(jenggot);
  });

  it('is taken from the address', () => {
    expect(
      check({ full_name: 'Siti', address: 'Jl. Pelita 2 Kel. Jenggot Kec. Pekalongan Selatan' }).record.place
        .villageCode,
    ).toBe(jenggot);
    const row = check({ full_name: 'Siti', address: 'Gg. 5 No. 2, Jenggot' });
    expect(row.record.place.villageCode).toBe(jenggot);
    expect(codes(row)).toEqual(['village_from_address']);
  });

  it('may be unknown: a row without village still comes in', () => {
    expect(check({ full_name: 'Siti', village: '' })).toMatchObject({
      disposition: 'ready',
      problems: [{ code: 'village_missing' }],
    });
  });

  it('of another office is answered, not dropped', () => {
    const row = check({
      full_name: 'Siti',
      village: 'Silurah',
      district: 'Wonotunggal',
      regency: 'Kab. Batang',
    });
    expect(row).toMatchObject({ disposition: 'other_area', record: { owner: { fullName: 'Siti' } } });
    expect(row.problems[0]).toMatchObject({ code: 'other_area', options: [{ code: '33.25' }] });
  });

  it('with latitude and longitude swapped is put right, and says so', () => {
    const row = check({ ...siti, latitude: '109.669', longitude: '-6.9262' });
    expect(row.record.place).toMatchObject({ latitude: -6.9262, longitude: 109.669 });
    expect(codes(row)).toEqual(['position_swapped']);
  });
});

describe('the business', () => {
  it('of a company bears its name, of a sole trader the owner', () => {
    expect(check({ person_or_business: 'CV BERKAH ABADI' }).record).toMatchObject({
      owner: { fullName: null },
      enterprise: { name: 'CV BERKAH ABADI' },
    });
    expect(check({ person_or_business: 'SITI AMINAH' }).record.owner.fullName).toBe('SITI AMINAH');
  });

  it('may show a village letter in the column NIB/SKU', () => {
    const row = check({ ...siti, nib: '503/121/SKU/2021' });
    expect(row).toMatchObject({
      problems: [],
      record: { enterprise: { nib: null }, evidences: [{ kind: 'other', number: '503/121/SKU/2021' }] },
    });
  });

  it('never carries a KBLI 2020 code over to 2025', () => {
    const row = check({ ...siti, activity: 'Batik tulis', kbli: '13134' }, { kbliVersion: '2020' });
    expect(row.record.enterprise).toMatchObject({
      kbli: { version: '2025', code: '13133', isGuessed: true },
      sector: 'batik',
    });
    expect(codes(row)).toEqual(['kbli_not_in_table']);
  });

  it('gets back the 0 that a sheet dropped from its KBLI code', () => {
    expect(check({ ...siti, kbli: 1111 }).record.enterprise.kbli).toMatchObject({ code: '01111' });
  });

  it('says with "ada" or "proses" no licence number', () => {
    expect(check({ ...siti, pirt: 'ada', halal: 'proses', npwp: 'belum' })).toMatchObject({
      problems: [],
      record: { evidences: [] },
    });
  });
});

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      '\u0000',
      '=1+1',
      '#REF!',
      '3,37501E+15',
      '٣٣٧٥',
      '1/0',
      '(((',
      '-6.9,,109',
      'x'.repeat(5_000),
      '31-02-85',
      '1-2-3 jt',
      'RT RW',
    ),
  );
  const validate = rowValidator(aMapping(...listFields), context);

  it('a row is never refused with a crash, and has exactly one end', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: listFields.length + 3 }), (row) => {
        const { disposition, problems, record } = validate(row);
        expect(['ready', 'needs_mending', 'other_area']).toContain(disposition);
        if (disposition === 'ready')
          expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
        if (disposition === 'ready') expect(record.enterprise.name).not.toBe('');
        for (const { amount, amountUpper } of record.figures) {
          expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
          expect(amountUpper === null || amountUpper >= amount).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(listFields)('a cell of %s alone is never too much', (field) => {
    const one = rowValidator(aMapping('full_name', field === 'full_name' ? null : field), context);
    fc.assert(
      fc.property(cell, (value) => void one(['Siti', value])),
      { numRuns: 60 },
    );
  });
});
