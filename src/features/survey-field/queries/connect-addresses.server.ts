import { networkInterfaces } from 'node:os';
import { toString as qrCode } from 'qrcode';
import type { Services } from '#platform/services.server.ts';
import { type PhoneAddress, phoneAddresses } from '../rules/phone-addresses.ts';

/** Where the field app is on this server. */
const FIELD_PATH = '/lapangan';

export type ConnectPage = {
  addresses: PhoneAddress[];
  /** The address for phones, and its QR code as SVG; null while none serves. */
  good: { url: string; qr: string } | null;
};

/** Which addresses lead phones here, and which of them let them work. `requested`: origin of the request. */
export async function connectAddresses({ env }: Services, requested: string): Promise<ConnectPage> {
  const network = Object.values(networkInterfaces())
    .flatMap((numbers) => numbers ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const reached = env.HOST === '0.0.0.0' || env.HOST === '::' ? network : [];
  const addresses = phoneAddresses({
    configured: env.GAWANGAN_URL,
    requested,
    network: reached,
    port: env.PORT,
  });
  const best = addresses.find(({ verdict }) => verdict === 'good');
  if (!best) return { addresses, good: null };
  const url = `${best.url}${FIELD_PATH}`;
  return { addresses, good: { url, qr: await qrCode(url, { type: 'svg', margin: 1 }) } };
}
