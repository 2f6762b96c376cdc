/**
 * How lists go wrong, as the probability per row (or per row where it can happen, see the comment). Set by hand to
 * the look of real lists, not measured; `low` is a clean export, `high` a paper list typed in a hurry.
 */
const RATES = {
  /** NIK: empty cell. */
  nikMissing: [0.02, 0.08, 0.2],
  /** One digit wrong. */
  nikDigitOff: [0.005, 0.015, 0.04],
  /** Two neighbouring digits swapped. */
  nikTransposed: [0.003, 0.01, 0.02],
  /** Spreadsheets keep 15 digits: the last becomes 0, or it shows 3,37501E+15. */
  nikRounded: [0.005, 0.03, 0.1],
  /** NIK and birth date of another member of the household. */
  nikOfHousehold: [0.004, 0.015, 0.03],
  familyCardMissing: [0.03, 0.12, 0.3],
  phoneMissing: [0.04, 0.12, 0.25],
  /** The phone of a husband, wife or neighbour instead of the one on record. */
  phoneOfHousehold: [0.03, 0.07, 0.12],
  /** An earlier number of the owner: numbers change within the years between two lists. */
  phoneChanged: [0.04, 0.12, 0.2],
  /** 62…, +62 …, without the 0, with dashes or spaces. */
  otherPhoneWriting: [0.1, 0.4, 0.7],

  /** Title or degree before or after the name, where the owner has one; otherwise Bp., Ibu, Sdr. in a third of it. */
  title: [0.2, 0.5, 0.8],
  /** Rokhman for Rohman. */
  otherSpelling: [0.04, 0.12, 0.22],
  /** Soetrisno, Tjasmito. */
  oldSpelling: [0.003, 0.012, 0.03],
  /** Moch., Abd., a last name as an initial. */
  abbreviated: [0.03, 0.1, 0.18],
  wordsSwapped: [0.005, 0.02, 0.05],
  wordDropped: [0.01, 0.03, 0.07],
  /** Nur Hidayah and Nurhidayah. */
  wordsJoined: [0.01, 0.03, 0.06],
  nameTypo: [0.02, 0.06, 0.14],
  /** bin or binti with the father's name. */
  patronymic: [0.002, 0.01, 0.02],
  /** The name neighbours use, after "als". */
  alias: [0.002, 0.01, 0.02],
  /** Of widows who continue a business: his name, at times with ALM. */
  lateHusband: [0.1, 0.3, 0.5],

  /** Old name of a merged kelurahan, where there is one. */
  oldVillageName: [0.05, 0.15, 0.3],
  villageMissing: [0.01, 0.04, 0.1],
  villageTypo: [0.01, 0.04, 0.08],
  /** Neither RT nor RW stated. */
  rtRwMissing: [0.02, 0.08, 0.2],
  /** RT of the identity card instead of the place of business, or mistyped. */
  otherRt: [0.01, 0.05, 0.1],
  /** Nothing but hamlet or street: no house number. */
  addressShort: [0.05, 0.15, 0.3],
  addressTypo: [0.01, 0.04, 0.08],
  birthDateMissing: [0.02, 0.08, 0.2],
  /** Day and month exchanged, where both are at most 12. */
  dayMonthSwapped: [0.01, 0.04, 0.08],
  otherDateFormat: [0.02, 0.15, 0.4],
  wrongSex: [0.002, 0.008, 0.02],
  businessNameMissing: [0.05, 0.2, 0.4],
  businessNameTypo: [0.01, 0.04, 0.08],
  moneyMissing: [0.05, 0.15, 0.3],
  /** 1,5 jt; 150 rb; Rp. 1.500.000,- */
  informalMoney: [0.05, 0.3, 0.6],

  /** Another use of capitals than the rest of the list. */
  otherCase: [0.03, 0.15, 0.35],
  /** Stray blanks, dots, an apostrophe before a number. */
  strayCharacters: [0.02, 0.08, 0.2],
  /** Two neighbouring cells exchanged. */
  cellsSwapped: [0.001, 0.005, 0.015],
  /** The same business once more further down, written anew. */
  repeated: [0.01, 0.03, 0.06],
} as const;

export type MessLevel = 'low' | 'medium' | 'high';
export type MessKind = keyof typeof RATES;
export type MessRates = Readonly<Record<MessKind, number>>;

const LEVELS: readonly MessLevel[] = ['low', 'medium', 'high'];

const ratesAt = (level: MessLevel): MessRates =>
  Object.fromEntries(
    Object.entries(RATES).map(([kind, rates]) => [kind, rates[LEVELS.indexOf(level)]]),
  ) as unknown as MessRates;

/** The one table of rates, by level. */
export const MESS_RATES: Readonly<Record<MessLevel, MessRates>> = {
  low: ratesAt('low'),
  medium: ratesAt('medium'),
  high: ratesAt('high'),
};
