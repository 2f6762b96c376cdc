/** Why an address serves phones, or does not. */
export type AddressVerdict = 'good' | 'not_https' | 'only_this_machine' | 'certificate_unsure';

export type PhoneAddress = {
  url: string;
  from: 'configured' | 'request' | 'network';
  verdict: AddressVerdict;
};

/** A name or number that leads back to the machine it is typed on. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    /^127\./.test(hostname) ||
    hostname.endsWith('.localhost')
  );
}

/** No certificate that phones believe is given out for such names and numbers. */
function isPrivateName(hostname: string): boolean {
  return (
    /^[\d.]+$/.test(hostname) ||
    hostname.startsWith('[') ||
    !hostname.includes('.') ||
    /\.(local|lan|internal|home)$/.test(hostname)
  );
}

/**
 * Which addresses of this office let phones work without a signal. Browsers give service worker, camera and position
 * to pages over HTTPS only (W3C Secure Contexts); localhost is the one exception, and leads a phone to itself.
 */
export function phoneAddresses(given: {
  /** GAWANGAN_URL */
  configured: string | undefined;
  /** Origin under which this page was asked for. */
  requested: string;
  /** Numbers of this machine in its networks, IPv4. */
  network: readonly string[];
  port: number;
}): PhoneAddress[] {
  const found = new Map<string, PhoneAddress['from']>();
  const add = (url: string, from: PhoneAddress['from']) => {
    const { origin } = new URL(url);
    if (!found.has(origin)) found.set(origin, from);
  };
  if (given.configured) add(given.configured, 'configured');
  add(given.requested, 'request');
  for (const number of given.network) add(`http://${number}:${given.port}`, 'network');
  return [...found].map(([url, from]) => ({ url, from, verdict: verdictOn(new URL(url)) }));
}

function verdictOn({ protocol, hostname }: URL): AddressVerdict {
  if (isLoopback(hostname)) return 'only_this_machine';
  if (protocol !== 'https:') return 'not_https';
  return isPrivateName(hostname) ? 'certificate_unsure' : 'good';
}
