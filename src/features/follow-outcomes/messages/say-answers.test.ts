import { expect, test } from 'vitest';
import { someAnswers } from '../factory.ts';
import { sayAnswers } from './say-answers.ts';

test('what was told stands in one line, and what was not said is left out', () => {
  expect(sayAnswers(someAnswers({ running: 'paused' }), 'id')).toBe('Berhenti sementara');
  const all = someAnswers({
    salesBand: 'to_15',
    newProduct: 'yes',
    productName: 'sarung goyor',
    newBuyer: 'abroad_through',
    hasExported: 'no',
    helped: 'cara foto produk',
    mayPublish: 'yes',
  });
  expect(sayAnswers(all, 'id')).toBe(
    'Masih berjalan · omzet Rp 5–15 juta sebulan · produk baru sarung goyor · pembeli baru luar negeri lewat pihak lain · belum pernah ekspor sendiri · yang membantu: cara foto produk',
  );
  expect(sayAnswers(someAnswers({ newProduct: 'no', newBuyer: 'none' }), 'en')).toBe(
    'Still running · no new product · no new buyer',
  );
});
