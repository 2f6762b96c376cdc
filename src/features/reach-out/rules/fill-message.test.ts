import { expect, test } from 'vitest';
import { fillMessage, unknownPlaceholders } from './fill-message.ts';

const facts = {
  ownerName: 'Siti Aminah',
  enterpriseNames: ['Batik Jlamprang'],
  villageName: 'Jenggot',
  officeName: 'Dinas UMKM',
  officerName: 'Rina',
};

test('the message names the person, the enterprise, the place and who writes', () => {
  expect(fillMessage('Bu {nama}, usaha {usaha} di {kelurahan}. Salam, {petugas}, {dinas}', facts)).toBe(
    'Bu Siti Aminah, usaha Batik Jlamprang di Jenggot. Salam, Rina, Dinas UMKM',
  );
});

test('two enterprises of one owner are named in one message', () => {
  const two = { ...facts, enterpriseNames: ['Batik A', 'Warung B'] };
  expect(fillMessage('{usaha}', two)).toBe('Batik A dan Warung B');
  expect(fillMessage('{usaha}', { ...two, enterpriseNames: ['A', 'B', 'C'] })).toBe('A, B, dan C');
});

test('what is not known is said in general words, and a name with braces fills nothing else', () => {
  const unknown = { ...facts, ownerName: null, enterpriseNames: [], villageName: null };
  expect(fillMessage('Yth. {nama}: {usaha}, {kelurahan}', unknown)).toBe(
    'Yth. Bapak/Ibu: usaha Anda, kelurahan Anda',
  );
  expect(fillMessage('{nama}', { ...facts, ownerName: '{usaha}' })).toBe('{usaha}');
});

test('a placeholder that does not exist is told, each once', () => {
  expect(unknownPlaceholders('Halo {Nama}, {tanggal} {tempat} {tanggal} {}')).toEqual([
    'tanggal',
    'tempat',
    '',
  ]);
  expect(unknownPlaceholders('Halo { nama }, {USAHA}')).toEqual([]);
});
