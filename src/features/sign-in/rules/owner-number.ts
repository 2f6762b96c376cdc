import { parsePhone } from '#kernel/statutory/phone.ts';

/** What an owner types to sign in: their phone, or the number that an officer has printed for them. */
export type OwnerNumber = { kind: 'phone'; value: string } | { kind: 'printed'; value: string };

/** How many digits a printed sign-in number has: fewer than any phone number with its area. */
export const printedNumberLength = 8;

export function readOwnerNumber(text: string): OwnerNumber | null {
  const digits = text.replace(/[\s.-]/g, '');
  if (new RegExp(`^\\d{${printedNumberLength}}$`).test(digits)) return { kind: 'printed', value: digits };
  const phone = parsePhone(text);
  return phone.ok ? { kind: 'phone', value: phone.value.e164 } : null;
}

/** `4821 7730`, easier to read aloud. */
export function formatPrintedNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}
