import pg from 'pg';
import { expect, test } from 'vitest';
import { done } from '#kernel/refusal.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { importKbli } from './import-kbli.ts';
import { readKbliList } from './read-kbli-list.ts';

const batik = { code: '13133', title: 'Industri Batik' };

test.each([
  ['tabs', 'Kode\tJudul\n13133\tIndustri Batik\nC\tIndustri Pengolahan\n'],
  ['semicolons and a byte-order mark', '\uFEFFKode;Judul\r\n13133;Industri  Batik\r\nC;Industri Pengolahan'],
  ['commas, quotes and no header', '13133,"Industri Batik"\n\nc,Industri Pengolahan,catatan'],
])('an official list with %s is read', (_how, text) => {
  expect(readKbliList(text, '2025')).toEqual(done([batik, { code: 'C', title: 'Industri Pengolahan' }]));
});

test('quotes keep a comma and a quote in a title', () => {
  expect(readKbliList('13133,"Batik, ""tulis"" dan cap"', '2025')).toEqual(
    done([{ code: '13133', title: 'Batik, "tulis" dan cap' }]),
  );
});

test('wrong codes, repeated codes and missing titles are named by line, and nothing is taken', () => {
  const answer = readKbliList(
    'Kode\tJudul\n131334\tX\n13133\tIndustri Batik\n13133\tLagi\n10750\t\nBatik\tX',
    '2025',
  );
  expect(answer.ok ? [] : answer.refusal.map((one) => one.line)).toEqual([2, 4, 5, 6]);
});

test.each(['', 'Kode\tJudul\n'])('a list without codes is refused: %j', (text) => {
  expect(readKbliList(text, '2025').ok).toBe(false);
});

test('a list is loaded whole; loaded again, only changed titles count, and synonyms stay', async () => {
  const { ownerUrl } = await freshServices();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const before = (
      await client.query(
        `select kbli_code, title, synonyms from kbli_codes where kbli_version = '2025' and cardinality(synonyms) > 0 limit 1`,
      )
    ).rows[0];
    const list = [
      { code: '99999', title: 'Kegiatan uji' },
      { code: before.kbli_code as string, title: 'Judul resmi' },
    ];
    expect(await importKbli(ownerUrl, '2025', list, 'uji')).toEqual({ added: 1, changed: 1 });
    expect(await importKbli(ownerUrl, '2025', list, 'uji')).toEqual({ added: 0, changed: 0 });
    const after = (
      await client.query(
        `select title, synonyms from kbli_codes where kbli_version = '2025' and kbli_code = $1`,
        [before.kbli_code],
      )
    ).rows[0];
    expect(after).toEqual({ title: 'Judul resmi', synonyms: before.synonyms });
  } finally {
    await client.end();
  }
});
