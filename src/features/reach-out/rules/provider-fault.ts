/**
 * What a no of the provider means for us, by its code (Cloud API, list of error codes; "http_…": an answer without one).
 * Wrong number: the person is not on WhatsApp, or cannot be delivered to. Stopped: the person wants none of these. By
 * hand: not this way, an officer may write. Rate: slower. Later: the provider has trouble. Account: template, token,
 * payment or number need a person; nothing more is sent until then.
 */
export type Fault = 'wrong_number' | 'stopped' | 'by_hand' | 'rate' | 'pair_rate' | 'later' | 'account';

const faults: Readonly<Record<string, Fault>> = {
  131026: 'wrong_number', // message undeliverable
  131050: 'stopped', // the person stopped marketing messages
  131047: 'by_hand', // more than 24 hours since the person's last message
  131049: 'by_hand', // not delivered, to keep people from too many messages
  130472: 'by_hand', // part of an experiment of the provider
  131051: 'by_hand', // kind of message not supported
  4: 'rate', // too many calls of the app
  80007: 'rate', // too many calls of the account
  130429: 'rate', // throughput of the number
  131048: 'rate', // too many messages were blocked or flagged
  131056: 'pair_rate', // too many messages to this person
  http_429: 'rate',
  1: 'later', // unknown, most often passing
  2: 'later', // service away
  131000: 'later', // something went wrong
  131016: 'later', // service overloaded
  131057: 'later', // account in maintenance
  133004: 'later', // server away
  http_503: 'later',
};

/** A code that is not known needs a person: it is not tried again and again. */
export const faultOf = (code: string): Fault => faults[code] ?? 'account';

const longestSeconds = 300;

/** How long to wait after so many faults in a row: 5, 10, 20 … 300 seconds, or what the provider asks for. */
export function waitSeconds(faultsInARow: number, asked: number | null = null): number {
  return Math.max(asked ?? 0, Math.min(longestSeconds, 5 * 2 ** Math.max(0, faultsInARow - 1)));
}
