/** What a message may say of the person it goes to, in braces. `tautan`: a link of their own, where the list has one. */
export const placeholders = ['nama', 'usaha', 'kelurahan', 'dinas', 'petugas', 'tautan'] as const;
export type Placeholder = (typeof placeholders)[number];

export type MessageFacts = {
  ownerName: string | null;
  enterpriseNames: readonly string[];
  villageName: string | null;
  officeName: string;
  /** The officer who writes; left out: the office itself. */
  officerName?: string;
  /** Of the person's own, whole addresses. */
  links?: readonly string[];
};

const braces = /\{([^{}\n]{0,40})\}/g;
const isPlaceholder = (word: string): word is Placeholder => placeholders.includes(word as Placeholder);

/** What stands in braces and is no placeholder, each once, as it was typed. */
export function unknownPlaceholders(message: string): string[] {
  const typed = [...message.matchAll(braces)].map(([, word]) => word ?? '');
  return [...new Set(typed.filter((word) => !isPlaceholder(word.trim().toLowerCase())))];
}

/** `Batik A`, `Batik A dan Warung B`, `Batik A, Warung B, dan Toko C`. Messages to owners are in Indonesian. */
export function joinNames(names: readonly string[]): string {
  if (names.length < 3) return names.join(' dan ');
  return `${names.slice(0, -1).join(', ')}, dan ${names.at(-1)}`;
}

/** What is not known is said in general words, never left as a hole. */
const valuesOf = (facts: MessageFacts): Record<Placeholder, string> => ({
  nama: facts.ownerName ?? 'Bapak/Ibu',
  usaha: facts.enterpriseNames.length > 0 ? joinNames(facts.enterpriseNames) : 'usaha Anda',
  kelurahan: facts.villageName ?? 'kelurahan Anda',
  dinas: facts.officeName,
  petugas: facts.officerName ?? facts.officeName,
  tautan: facts.links?.length ? joinNames(facts.links) : 'tautan dari kami',
});

/** Values for {{1}}, {{2}} … of a template: those of the message's placeholders, each once, as they first stand in it. */
export function templateParameters(message: string, facts: MessageFacts): string[] {
  const names = [...message.matchAll(braces)].map(([, word]) => (word ?? '').trim().toLowerCase());
  const values = valuesOf(facts);
  return [...new Set(names)].filter(isPlaceholder).map((name) => values[name]);
}

/** The text that is sent. */
export function fillMessage(message: string, facts: MessageFacts): string {
  const values = valuesOf(facts);
  return message.replace(braces, (typed, word: string) => {
    const name = word.trim().toLowerCase();
    return isPlaceholder(name) ? values[name] : typed;
  });
}
