import { describe, expect, it } from 'vitest';
import { parsePastedText } from './parse-pasted-text.ts';

const kinds = (text: string) =>
  parsePastedText(text)?.columns.map((column) => (column.kind === 'label' ? column.label : column.kind));

describe('pasted text', () => {
  it('copied from Excel keeps its cells, line breaks inside of cells included', () => {
    const table = parsePastedText('Nama\tAlamat\nSiti\t"Jl. A\nRT 2"\n\nSlamet\tKrapyak\n');
    expect(table).toMatchObject({
      shape: 'table',
      rows: [
        ['Nama', 'Alamat'],
        ['Siti', 'Jl. A\nRT 2'],
        ['Slamet', 'Krapyak'],
      ],
    });
  });

  it('of a WhatsApp list becomes one row a line, with the phone in a column of its own', () => {
    const text =
      '1. Siti Aminah - batik - Jenggot 0812-3456-7890\n2) Slamet Riyadi – kerupuk ikan – Krapyak +62 813 1111 2222\n3. *Nur Hidayat* - konveksi';
    expect(kinds(text)).toEqual(['order-number', 'text', 'text', 'text', 'phone']);
    expect(parsePastedText(text)?.rows).toEqual([
      ['1', 'Siti Aminah', 'batik', 'Jenggot', '081234567890'],
      ['2', 'Slamet Riyadi', 'kerupuk ikan', 'Krapyak', '+6281311112222'],
      ['3', 'Nur Hidayat', 'konveksi', '', ''],
    ]);
  });

  it('tells NIK, NIB and phone apart wherever they stand in the line', () => {
    const text = 'Siti, NIK 3375014107800001, 081234567890, batik\nSlamet, 1234567890123, ikan\n';
    expect(kinds(text)).toEqual(['text', 'text', 'sixteen-digits', 'thirteen-digits', 'phone']);
    expect(parsePastedText(text)?.rows).toEqual([
      ['Siti', 'batik', '3375014107800001', '', '081234567890'],
      ['Slamet', 'ikan', '', '1234567890123', ''],
    ]);
  });

  it('drops sender and time of copied messages', () => {
    const text =
      '[14/03/26 08.15] Bu Kader: Siti - batik\n14/03/26, 8:16 AM - Pak RT: Slamet - ikan\n- Nur - konveksi';
    expect(parsePastedText(text)?.rows).toEqual([
      ['Siti', 'batik'],
      ['Slamet', 'ikan'],
      ['Nur', 'konveksi'],
    ]);
  });

  it('leaves dates and house numbers in their text', () => {
    expect(parsePastedText('Siti - lahir 14-03-1980\nJl. Jlamprang No. 12 Gg 3')?.rows).toEqual([
      ['Siti', 'lahir 14-03-1980'],
      ['Jl. Jlamprang No. 12 Gg 3', ''],
    ]);
  });

  it('of filled-in forms becomes one row a form, with the labels as headings', () => {
    const text = 'Nama : Siti\nUsaha: Batik\ntulis\nHP: 0812\n\nNama: Slamet\nHP: 0813\nAlamat: Krapyak\n';
    const table = parsePastedText(text);
    expect(table?.shape).toBe('forms');
    expect(kinds(text)).toEqual(['Nama', 'Usaha', 'HP', 'Alamat']);
    expect(table?.rows).toEqual([
      ['Siti', 'Batik tulis', '0812', ''],
      ['Slamet', '', '0813', 'Krapyak'],
    ]);
    expect(table?.lineNumbers).toEqual([1, 6]);
  });

  it('of nothing but blanks is no table', () => {
    expect(parsePastedText(' \n\t\n')).toBeUndefined();
  });
});
