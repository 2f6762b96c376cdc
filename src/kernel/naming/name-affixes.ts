/** Prefix titles of persons → the canonical title kept beside the name. */
const PREFIX_TITLES = new Map<string, string>(
  Object.entries({
    H: 'H HAJI',
    HJ: 'HJ HAJJAH HAJAH HJH',
    KH: 'KH',
    KYAI: 'KYAI KIAI KIYAI',
    NYAI: 'NYAI',
    UST: 'UST USTAD USTADZ USTAZ USTADZAH USTADZH',
    HABIB: 'HABIB',
    R: 'R RADEN RD',
    RR: 'RR',
    RM: 'RM',
    DR: 'DR DRG DRH',
    DRS: 'DRS',
    DRA: 'DRA',
    IR: 'IR',
    PROF: 'PROF',
    TN: 'TN TUAN',
    NY: 'NY NYONYA',
    NN: 'NN NONA',
    SDR: 'SDR SAUDARA',
    SDRI: 'SDRI SAUDARI',
    PAK: 'PAK BPK BAPAK BP',
    BU: 'BU IBU',
  }).flatMap(([canonical, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling, canonical] as const),
  ),
);

/** Titles whose dots became spaces: K.H., R.M. (R.R. is R twice.) */
const DOTTED_TITLES = new Set(['KH', 'RM']);

const SUFFIX_DEGREES = new Set(
  [
    'SE SH ST SPD SAG SKOM SSOS SIP SKM AMD MM MSI MPD MH MT',
    'SPDI SPDSD SSI SPSI SFARM SKEP SPT SSN SHI SEI SSY SSTP SST SIKOM STP STR SPI SHUT',
    'MPDI MAG MKES MKOM MSC MBA MSOS MHUM MKN PHD LC',
    'AMDKEB AMK AMKEP AMDKEP AMDKOM STRKEB STRKEP SKEPNERS SSTKEB',
  ].flatMap((line) => line.split(' ')),
);

/** The canonical title a cleaned word stands for (HAJI → H, BPK → PAK), or null. */
export function personTitle(word: string): string | null {
  return word.length > 8 ? null : (PREFIX_TITLES.get(word) ?? null);
}

/** Every spelling {@link personTitle} knows. */
export const PERSON_TITLE_SPELLINGS: readonly string[] = [...PREFIX_TITLES.keys()];

/** Takes the leading titles off `words` (changing it), never leaving no word; gives them in canonical form. */
export function takePrefixTitles(words: string[]): string[] {
  const titles: string[] = [];
  while (words.length > 1) {
    const dotted = words[0]!.length === 1 && words.length > 2 ? words[0]! + words[1]! : '';
    if (DOTTED_TITLES.has(dotted)) {
      titles.push(dotted);
      words.splice(0, 2);
      continue;
    }
    const title = personTitle(words[0]!);
    if (title === null) break;
    titles.push(title);
    words.shift();
  }
  return titles;
}

/**
 * How many of the last words are one degree: 1 for SE, 2 for S PD (S.Pd. with its dots spaced), 3 for A MD KEB;
 * 0 when they are none, or when nothing would be left before them.
 */
function degreeLengthBefore(words: readonly string[], end: number): number {
  for (let length = Math.min(3, end - 1); length >= 1; length -= 1) {
    const first = words[end - length]!;
    if (length > 1 && first.length > 3) continue;
    let joined = first;
    for (let index = end - length + 1; index < end; index += 1) joined += words[index]!;
    if (SUFFIX_DEGREES.has(joined)) return length;
  }
  return 0;
}

/** The number of words before the trailing degrees; at least 1 where there are words. */
export function lengthBeforeDegrees(words: readonly string[]): number {
  let end = words.length;
  for (let length = degreeLengthBefore(words, end); length > 0; length = degreeLengthBefore(words, end))
    end -= length;
  return end;
}

/** Takes the trailing degrees off `words` (changing it), never leaving no word; gives them joined, left to right. */
export function takeSuffixDegrees(words: string[]): string[] {
  const degrees: string[] = [];
  for (let length = degreeLengthBefore(words, words.length); length > 0; ) {
    degrees.unshift(words.splice(-length).join(''));
    length = degreeLengthBefore(words, words.length);
  }
  return degrees;
}
