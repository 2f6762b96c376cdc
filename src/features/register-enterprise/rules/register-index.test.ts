import { expect, test } from 'vitest';
import { type IndexedEnterprise, RegisterIndex, type RegisterQuery } from './register-index.ts';

let serial = 0;
function anEntry(
  name: string,
  ownerName: string,
  more: Partial<IndexedEnterprise> & { village?: string; sector?: string; sources?: string[] } = {},
): IndexedEnterprise {
  const { village = '33.75.04.1004', sector = 'batik', sources = [], ...rest } = more;
  serial++;
  return {
    enterpriseId: `e${serial}`,
    ownerId: `o-${ownerName}`,
    name,
    ownerName,
    products: [],
    placeNames: ['Jenggot', 'Pekalongan Selatan'],
    facets: {
      village,
      sector,
      scale: 'mikro',
      standing: 'listed',
      operation: 'unknown',
      sources,
      groups: [],
    },
    ...rest,
  };
}

function ask(index: RegisterIndex, text: string, more: Partial<RegisterQuery> = {}) {
  return index.search({ text, filter: {}, within: null, only: null, offset: 0, limit: 10, ...more });
}

function indexOf(...entries: IndexedEnterprise[]) {
  const index = new RegisterIndex();
  for (const entry of entries) index.put(entry);
  return {
    index,
    names: (text: string) =>
      ask(index, text).enterpriseIds.map((id) => entries.find((one) => one.enterpriseId === id)?.name),
  };
}

test('"batik jlampran" finds Batik Jlamprang before any other batik', () => {
  const { names } = indexOf(
    anEntry('Batik Tiga Negeri', 'Rahayu'),
    anEntry('Batik Jlamprang', 'Sri Wahyuni'),
    anEntry('Warung Jlitheng', 'Darmi'),
  );
  expect(names('batik jlampran')[0]).toBe('Batik Jlamprang');
});

test.each([
  ['mohamad rohman', 'MUHAMMAD ROKHMAN'],
  ['nurhidayat', 'Nur Hidayat'],
  ['nur hidayat', 'NURHIDAYAT'],
  ['sukarno', 'Soekarno'],
  ['khorijah', 'Siti Khodijah'],
  ['wahyuin', 'Sri Wahyuni'],
])('an owner is found as typed "%s" for %s', (typed, owner) => {
  const { names } = indexOf(anEntry('Usaha A', owner), anEntry('Usaha B', 'Bambang Prakoso'));
  expect(names(typed)[0]).toBe('Usaha A');
});

test('words of owner, product and place may be mixed', () => {
  const { names } = indexOf(
    anEntry('Usaha A', 'Siti Aminah', { placeNames: ['Jenggot'] }),
    anEntry('Usaha B', 'Siti Aminah', { placeNames: ['Krapyak'], products: ['Sarung tenun'] }),
  );
  expect(names('siti krapyak')).toEqual(['Usaha B']);
  expect(names('sarung')).toEqual(['Usaha B']);
});

test('counts are of what was written; similar ones are counted apart and come after', () => {
  const { index } = indexOf(
    anEntry('Batik Arum', 'Ani'),
    anEntry('Batik Ayu', 'Ani'),
    anEntry('Batuk Bagus', 'Budi'),
  );
  expect(ask(index, 'batik ')).toMatchObject({ enterprises: 2, owners: 1, similar: 1 });
  expect(ask(index, 'batik ').enterpriseIds).toHaveLength(3);
});

test('chips narrow, and each facet counts what its own values would give', () => {
  const { index } = indexOf(
    anEntry('A', 'Ani', { village: '33.75.04.1004', sector: 'batik' }),
    anEntry('B', 'Budi', { village: '33.75.01.1001', sector: 'batik' }),
    anEntry('C', 'Cici', { village: '33.75.04.1004', sector: 'food' }),
  );
  const answer = ask(index, '', { filter: { village: ['33.75.04'] } });
  expect(answer.enterprises).toBe(2);
  expect(answer.counts.sector).toEqual({ batik: 1, food: 1 });
  expect(answer.counts.village).toEqual({ '33.75.04.1004': 2, '33.75.01.1001': 1 });
  expect(ask(index, '', { filter: { village: ['33.75.04'], sector: ['food', 'drink'] } }).enterprises).toBe(
    1,
  );
});

test('a companion of one kelurahan sees only that kelurahan, and one with neither area nor group sees nothing', () => {
  const { index } = indexOf(
    anEntry('A', 'Ani', { village: '33.75.04.1004' }),
    anEntry('B', 'Budi', { village: '33.75.01.1001' }),
  );
  expect(ask(index, '', { within: { areas: ['33.75.01.1001'], groups: [] } }).enterprises).toBe(1);
  expect(ask(index, '', { within: { areas: [], groups: [] } }).enterprises).toBe(0);
});

test('a renamed enterprise is found by its new name only, and counted once', () => {
  const entry = anEntry('Toko Lama', 'Ani');
  const { index } = indexOf(entry);
  index.put({ ...entry, name: 'Griya Canting' });
  expect(ask(index, 'griya canting ').enterprises).toBe(1);
  expect(ask(index, 'toko lama ').enterprises).toBe(0);
  expect(ask(index, '').enterprises).toBe(1);
  index.remove(entry.enterpriseId);
  expect(ask(index, '').enterprises).toBe(0);
});

test('letters typed so far find the beginning of a word', () => {
  const { names } = indexOf(anEntry('Batik Jlamprang', 'Sri'), anEntry('Tempe Bu Yem', 'Yem'));
  expect(names('jlam')).toEqual(['Batik Jlamprang']);
});

test('of equal hits a name exactly as typed comes first, then one that begins so, then the shorter one', () => {
  const { names } = indexOf(
    anEntry('Toko Batik Arum Dalu', 'Ani'),
    anEntry('Griya Batik Arum', 'Budi'),
    anEntry('Batik Arum Sari', 'Cici'),
    anEntry('Batik Arum', 'Dedi'),
  );
  expect(names('batik arum ')).toEqual([
    'Batik Arum',
    'Batik Arum Sari',
    'Griya Batik Arum',
    'Toko Batik Arum Dalu',
  ]);
});

test('an owner whose name is exactly as typed comes before one whose name only begins so', () => {
  const { names } = indexOf(anEntry('Usaha A', 'Siti Aminah Putri'), anEntry('Usaha Bordir', 'Siti Aminah'));
  expect(names('siti aminah')).toEqual(['Usaha Bordir', 'Usaha A']);
});

test('a page further on goes on where the one before ended, however many are equal', () => {
  const entries = Array.from({ length: 30 }, (_, at) =>
    anEntry(`Batik ${'Arum '.repeat(at % 3)}Dalu`, `Ani ${at}`),
  );
  const { index } = indexOf(...entries);
  const all = ask(index, 'batik ', { limit: 30 }).enterpriseIds;
  expect(new Set(all).size).toBe(30);
  const pages = [0, 7, 14, 21, 28].flatMap(
    (offset) => ask(index, 'batik ', { offset, limit: 7 }).enterpriseIds,
  );
  expect(pages).toEqual(all);
});

test.each([
  ['nugroo', 'Nugroho'],
  ['khooija', 'Khodija'],
  ['aisyya', 'Aisyiya'],
])(
  'one letter wrong as people see it is one error, though folding takes "%s" further from %s',
  (typed, owner) => {
    const { names } = indexOf(anEntry('Usaha A', owner), anEntry('Usaha B', 'Bambang Prakoso'));
    expect(names(typed)).toEqual(['Usaha A']);
  },
);

test('a common word typed whole comes before rarer words that begin with it', () => {
  const common = Array.from({ length: 20 }, (_, at) => anEntry(`Usaha ${at}`, `Rohmah ${at}`));
  const { names } = indexOf(anEntry('Warung Teh', 'Rahmawati'), ...common);
  expect(names('rohmah')).not.toContain('Warung Teh');
});

test('of equally similar ones a name that is one typing error away as a whole comes first', () => {
  const { names } = indexOf(anEntry('Usaha A', 'Nur Fatimah'), anEntry('Usaha Bordir', 'Fatimah'));
  expect(names('faatimah')).toEqual(['Usaha Bordir', 'Usaha A']);
});
