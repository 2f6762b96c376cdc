/** Said of the address: 5.1.x but for the sender's own (7, 8), and a mailbox that was shut (5.2.1). RFC 3463 §3.2, §3.3. */
const ofAddress = /^5\.(1\.(?:[0-6]|9|10)|2\.1)$/;
/** Without such a code: no mailbox, moved away, a name that is not allowed, a domain that takes no mail (RFC 5321, RFC 7504). */
const plainOfAddress = new Set(['550', '551', '553', '556']);

/**
 * Whether a server's final no to a recipient says that nobody is at the address. A full mailbox, a filter, or our own server on
 * somebody's black list says nothing of it: such a no would otherwise strike out every address of a list at once.
 */
export function isAddressFault(response: string): boolean {
  const [, code = '', enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response) ?? [];
  return enhanced === undefined ? plainOfAddress.has(code) : ofAddress.test(enhanced);
}
