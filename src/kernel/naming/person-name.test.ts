import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOW_WEIGHT_WORD } from './given-name-classes.ts';
import { type PersonName, parsePersonName } from './person-name.ts';

const KEYS = [
  'key',
  'compactKey',
  'sortedKey',
  'phoneticKey',
] as const satisfies readonly (keyof PersonName)[];

describe('Clean', () => {
  test("drop apostrophes: D'AFNI = DAFNI", () => {
    expect(parsePersonName("D'Afni").key).toBe(parsePersonName('DAFNI').key);
  });

  test('compare without spaces: NUR HIDAYAT = NURHIDAYAT', () => {
    expect(parsePersonName('NUR HIDAYAT').compactKey).toBe(parsePersonName('Nurhidayat').compactKey);
  });

  test('token-sorted: HIDAYAT NUR = NUR HIDAYAT', () => {
    expect(parsePersonName('HIDAYAT NUR').sortedKey).toBe(parsePersonName('NUR HIDAYAT').sortedKey);
  });

  test('mononyms are normal', () => {
    expect(parsePersonName('Wastinah')).toMatchObject({
      tokens: ['WASTINAH'],
      key: 'WASTINAH',
      patronymic: null,
    });
  });

  test('text without letters has no name', () => {
    expect(parsePersonName(' -.- ')).toMatchObject({ tokens: [], key: '', phoneticKey: '' });
  });
});

describe('Prefix titles', () => {
  test.each([
    ['H. Rohman', ['H']],
    ['HJ ROHMAN', ['HJ']],
    ['HAJI ROHMAN', ['H']],
    ['Hajjah Rohman', ['HJ']],
    ['KH. Rohman', ['KH']],
    ['K.H. Rohman', ['KH']],
    ['KYAI H ROHMAN', ['KYAI', 'H']],
    ['NYAI ROHMAN', ['NYAI']],
    ['Ust. Rohman', ['UST']],
    ['HABIB ROHMAN', ['HABIB']],
    ['R. Rohman', ['R']],
    ['RADEN ROHMAN', ['R']],
    ['RR ROHMAN', ['RR']],
    ['R.M. Rohman', ['RM']],
    ['Prof. Dr. Ir. H. Rohman', ['PROF', 'DR', 'IR', 'H']],
    ['Drs. Rohman', ['DRS']],
    ['Dra. Rohman', ['DRA']],
    ['TN ROHMAN', ['TN']],
    ['NY ROHMAN', ['NY']],
    ['NN ROHMAN', ['NN']],
    ['SDR ROHMAN', ['SDR']],
    ['SDRI ROHMAN', ['SDRI']],
    ['BPK ROHMAN', ['PAK']],
    ['Pak Rohman', ['PAK']],
    ['Bu Rohman', ['BU']],
    ['IBU ROHMAN', ['BU']],
  ])('%s is ROHMAN', (raw, prefixTitles) => {
    expect(parsePersonName(raw)).toMatchObject({ key: 'ROHMAN', prefixTitles });
  });

  test.each(['ALM. H. Rohman', 'Rohman (Alm)', 'ROHMAN ALM', 'H ROHMAN (ALMARHUM)', '(alm) Rohman'])(
    'ALM → deceased flag: %s',
    (raw) => {
      expect(parsePersonName(raw)).toMatchObject({ key: 'ROHMAN', deceased: true, aliases: [] });
    },
  );

  test('ALM after BIN is said of the father: the person is not flagged', () => {
    expect(parsePersonName('Rohman bin (Alm) H. Karto')).toMatchObject({
      patronymic: 'KARTO',
      deceased: false,
    });
    expect(parsePersonName('Alm. Rohman bin Karto')).toMatchObject({ patronymic: 'KARTO', deceased: true });
  });

  test('a title alone is the name', () => {
    expect(parsePersonName('Habib')).toMatchObject({ tokens: ['HABIB'], prefixTitles: [], deceased: false });
  });
});

describe('Suffix degrees', () => {
  test.each([
    ['SE', 'Rohman, S.E.', ['SE']],
    ['SH', 'ROHMAN SH', ['SH']],
    ['SPD', 'Rohman, S.Pd.', ['SPD']],
    ['SAG', 'Rohman S.Ag', ['SAG']],
    ['SKOM', 'ROHMAN SKOM', ['SKOM']],
    ['SSOS', 'Rohman, S.Sos', ['SSOS']],
    ['SIP and MSI', 'Rohman S.IP., M.Si.', ['SIP', 'MSI']],
    ['SKM', 'ROHMAN SKM', ['SKM']],
    ['AMD', 'Rohman, A.Md', ['AMD']],
    ['AMDKEB', 'Rohman, A.Md.Keb.', ['AMDKEB']],
    ['SE and MM', 'ROHMAN SE MM', ['SE', 'MM']],
    ['MPD', 'Rohman M.Pd', ['MPD']],
    ['SH and MH', 'Rohman, SH., MH.', ['SH', 'MH']],
    ['ST and MT', 'Rohman, S.T., M.T.', ['ST', 'MT']],
  ])('%s', (_rule, raw, suffixDegrees) => {
    expect(parsePersonName(raw)).toMatchObject({ key: 'ROHMAN', suffixDegrees });
  });

  test('trailing only: SE ROHMAN keeps its first word', () => {
    expect(parsePersonName('SE ROHMAN')).toMatchObject({ key: 'SE ROHMAN', suffixDegrees: [] });
  });

  test.each(['SE', 'S.Pd', 'H. SE', 'MM'])('never leaving no token: %s', (raw) => {
    expect(parsePersonName(raw).tokens).not.toEqual([]);
  });
});

describe('Trap: ST', () => {
  test.each(['ST AMINAH', 'St. Aminah', 'STI AMINAH', 'Hj. St. Aminah', 'SITI AMINAH'])(
    'leading ST/STI = SITI: %s',
    (raw) => {
      expect(parsePersonName(raw)).toMatchObject({ key: 'SITI AMINAH', suffixDegrees: [] });
    },
  );

  test('trailing ST = degree', () => {
    expect(parsePersonName('Aminah, ST')).toMatchObject({ key: 'AMINAH', suffixDegrees: ['ST'] });
    expect(parsePersonName('ST AMINAH ST')).toMatchObject({ key: 'SITI AMINAH', suffixDegrees: ['ST'] });
  });
});

describe('Patronymic', () => {
  test.each([
    ['BIN', 'SOLIKHIN BIN ABDUL MANAN'],
    ['BINTI', 'SOLIKHIN BINTI ABD. MANAN'],
    ['B', 'SOLIKHIN B. ABDUL MANAN'],
    ['BT', 'SOLIKHIN BT ABDUL MANAN'],
  ])('%s → a field of its own', (_mark, raw) => {
    expect(parsePersonName(raw)).toMatchObject({ key: 'SOLIKHIN', patronymic: 'ABDUL MANAN' });
  });

  test('a degree after the father’s name is the person’s', () => {
    expect(parsePersonName('SOLIKHIN BIN MANAN, SE')).toMatchObject({
      patronymic: 'MANAN',
      suffixDegrees: ['SE'],
    });
  });

  test('a last B is an initial, with or without a degree after it', () => {
    expect(parsePersonName('SOLIKHIN B')).toMatchObject({ key: 'SOLIKHIN B', patronymic: null });
    expect(parsePersonName('SOLIKHIN B, SE')).toMatchObject({ key: 'SOLIKHIN B', suffixDegrees: ['SE'] });
  });

  test('a first B is an initial, also after a title', () => {
    expect(parsePersonName('H. B. SOLIKHIN')).toMatchObject({ key: 'B SOLIKHIN', patronymic: null });
  });
});

describe('Muhammad → one low-weight token', () => {
  const spellings =
    'MUHAMMAD MUHAMAD MOHAMAD MOHAMMAD MUHAMMED MOHAMED MUCHAMAD MOCHAMMAD MUKHAMAD MOKHAMAD MOEHAMMAD MUH MOH MOCH MUCH MHD MD M';
  test.each(spellings.split(' '))('%s ROHMAN', (spelling) => {
    expect(parsePersonName(`${spelling}. Rohman`).tokens).toEqual([LOW_WEIGHT_WORD, 'ROHMAN']);
  });

  test('M is an initial where it does not open the name', () => {
    expect(parsePersonName('ROHMAN M').tokens).toEqual(['ROHMAN', 'M']);
  });

  test('after a title too: H.M. ROHMAN', () => {
    expect(parsePersonName('H.M. Rohman')).toMatchObject({ key: 'MUHAMMAD ROHMAN', prefixTitles: ['H'] });
  });
});

describe('Ahmad, Abdul', () => {
  test.each(['ACHMAD', 'AKHMAD', 'AHMED', 'AHMAD', 'A'])('%s ROFIQ = AHMAD ROFIQ', (spelling) => {
    expect(parsePersonName(`${spelling} ROFIQ`).key).toBe('AHMAD ROFIQ');
  });

  test.each([
    ['ABD', 'Abd. Gani', 'ABDUL GANI'],
    ['ABDOEL', 'ABDOEL GANI', 'ABDUL GANI'],
    ['ABDUL joined', 'ABDULGANI', 'ABDUL GANI'],
    ['ABDUR R- split', 'ABDUR ROHIM', 'ABDUL ROHIM'],
    ['ABDUR R- joined', 'ABDURROHIM', 'ABDUL ROHIM'],
    ['ABDUR R- joined with one R', 'ABDUROHIM', 'ABDUL ROHIM'],
    ['ABDUS S- split', 'ABDUS SALAM', 'ABDUL SALAM'],
    ['ABDUS S- joined', 'ABDUSSALAM', 'ABDUL SALAM'],
    ['ABDULLAH is a name of its own', 'ABDULLAH', 'ABDULLAH'],
    ['so is ABDULLOH', 'ABDULLOH', 'ABDULLOH'],
    ['ABDUS before another letter stays', 'ABDUS MANAN', 'ABDUS MANAN'],
  ])('%s', (_rule, raw, key) => {
    expect(parsePersonName(raw).key).toBe(key);
  });
});

describe('Not equal, in any key', () => {
  test.each([
    ['SITI', 'SRI'],
    ['ST AMINAH', 'SRI AMINAH'],
    ['DWI', 'DEWI'],
    ['DWI LESTARI', 'DEWI LESTARI'],
    ['HARYANTO', 'HARYANTI'],
    ['HALIM', 'HALIMAH'],
  ])('%s ≠ %s', (one, other) => {
    for (const key of KEYS) expect(parsePersonName(one)[key], key).not.toBe(parsePersonName(other)[key]);
  });

  test('SUTRISNO and SUTRISNA meet by sound only', () => {
    expect(parsePersonName('SUTRISNO').phoneticKey).toBe(parsePersonName('SUTRISNA').phoneticKey);
    expect(parsePersonName('SUTRISNO').key).not.toBe(parsePersonName('SUTRISNA').key);
  });
});

describe('Alias', () => {
  test.each([
    ['ALS', 'SUMARNO ALS KEMPUL'],
    ['ALIAS', 'Sumarno alias Kempul'],
    ['D/H', 'SUMARNO d/h KEMPUL'],
    ['(…)', 'Sumarno (Kempul)'],
    ['(… never closed', 'SUMARNO (KEMPUL'],
  ])('%s', (_mark, raw) => {
    expect(parsePersonName(raw)).toMatchObject({ key: 'SUMARNO', aliases: ['KEMPUL'] });
  });

  test('the patronymic after an alias is the person’s', () => {
    expect(parsePersonName('SUMARNO ALS KEMPUL BIN KARTO')).toMatchObject({
      key: 'SUMARNO',
      patronymic: 'KARTO',
      aliases: ['KEMPUL'],
    });
  });

  test('a name written wholly in brackets is the name', () => {
    expect(parsePersonName('(Sumarno)')).toMatchObject({ key: 'SUMARNO', aliases: [] });
  });
});

describe('whatever is written', () => {
  const words =
    'H HJ K R M A B S ST STI SE S PD MD AMD ALM BIN BINTI BT ALS ALIAS ( ) D/H ABD ABDUR ABDURROHIM ABDULSKM MUH NUR SITI ROHMAN KH';
  const scrambled = fc
    .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 7 })
    .map((w) => w.join(' '));
  const alphabetic = fc.stringMatching(/^[A-Za-z][A-Za-z .'’,-]{0,25}$/);

  test('a key parses to itself', () => {
    fc.assert(
      fc.property(fc.oneof(scrambled, alphabetic), (raw) => {
        const { key } = parsePersonName(raw);
        expect(parsePersonName(key).key).toBe(key);
      }),
      { numRuns: 4000 },
    );
  });

  test('an alphabetic name never ends without a token', () => {
    fc.assert(
      fc.property(fc.oneof(scrambled, alphabetic), (raw) => {
        fc.pre(/[A-Za-z]/.test(raw));
        const { tokens } = parsePersonName(raw);
        expect(tokens.length).toBeGreaterThan(0);
        expect(tokens.every((token) => token !== '')).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  test('case and punctuation change no key', () => {
    const plain = fc.array(fc.stringMatching(/^[A-Z]{1,9}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(plain, fc.constantFrom('.', '. ', ' - ', ', ', '  '), (name, separator) => {
        const expected = parsePersonName(name.join(' '));
        const written = parsePersonName(`${name.join(separator).toLowerCase()}.`);
        for (const key of KEYS) expect(written[key]).toBe(expected[key]);
      }),
    );
  });
});
