import { expect, test } from 'vitest';
import { whatsappLink } from './whatsapp-link.ts';

test('a chat link carries the number without signs and the whole text', () => {
  const link = new URL(whatsappLink('+6281234567890', 'Kode: 123 & lain-lain\nSalam'));
  expect(link.origin + link.pathname).toBe('https://wa.me/6281234567890');
  expect(link.searchParams.get('text')).toBe('Kode: 123 & lain-lain\nSalam');
});
