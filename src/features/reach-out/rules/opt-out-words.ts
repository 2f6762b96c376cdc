/**
 * Words by which people say that they want no more messages, in Indonesian, Javanese and English, as they are typed on
 * a phone. A reply counts when it consists of such a phrase; within a longer sentence an officer reads it.
 */
export const optOutPhrases: readonly string[] = [
  'stop',
  'stop dulu',
  'stop kirim',
  'stop promosi',
  'berhenti',
  'berhenti berlangganan',
  'unsubscribe',
  'unsub',
  'hentikan',
  'batal langganan',
  'jangan kirim lagi',
  'jangan wa lagi',
  'jangan hubungi saya',
  'jangan hubungi saya lagi',
  'tidak mau dihubungi',
  'tidak mau dihubungi lagi',
  'hapus nomor saya',
  'mandeg',
  'mandheg',
  'wis cukup',
  'opt out',
  'optout',
  'remove me',
  'do not contact me',
  'quit',
];

/** Said beside the phrase without changing it. */
const polite = new Set([
  'ya',
  'yaa',
  'mohon',
  'tolong',
  'maaf',
  'please',
  'pak',
  'bu',
  'min',
  'kak',
  'mas',
  'mbak',
  'makasih',
  'terima',
  'kasih',
  'terimakasih',
  'thanks',
  'saja',
  'aja',
  'lagi',
]);

const words = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
const bare = (text: string) =>
  words(text)
    .filter((word) => !polite.has(word))
    .join(' ');

const known = new Set(optOutPhrases.map(bare));

/** Whether a reply asks for no more messages. */
export function isOptOut(text: string): boolean {
  return known.has(bare(text));
}
