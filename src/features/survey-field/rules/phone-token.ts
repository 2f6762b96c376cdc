/** `gw1.<office>.<phone>.<secret>`: where to look, and what to prove. */
export type PhoneToken = { officeCode: string; phoneId: string; secret: string };

const pattern =
  /^gw1\.(\d{2}\.\d{2})\.([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.([\w-]{32,64})$/;

export function formatPhoneToken({ officeCode, phoneId, secret }: PhoneToken): string {
  return `gw1.${officeCode}.${phoneId}.${secret}`;
}

/** Null for anything else. The office code has a dot of its own. */
export function parsePhoneToken(text: string): PhoneToken | null {
  const [, officeCode, phoneId, secret] = pattern.exec(text) ?? [];
  return officeCode && phoneId && secret ? { officeCode, phoneId, secret } : null;
}
