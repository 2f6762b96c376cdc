import type { Mess } from '#sample/list/mess.ts';
import { typingError } from '#sample/list/typing-error.ts';
import type { Random } from '#sample/random.ts';
import type { SampleArea, SamplePremises } from '#sample/sample-types.ts';

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const FIRST_SPREADSHEET_DAY = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

type DateFormat = (year: string, month: string, day: string) => string;
/** The five ways in which dates are written, the last as the bare number of a spreadsheet cell. */
export const DATE_FORMATS: readonly DateFormat[] = [
  (y, m, d) => `${d}-${m}-${y}`,
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`,
  (y, m, d) => String((Date.UTC(Number(y), Number(m) - 1, Number(d)) - FIRST_SPREADSHEET_DAY) / DAY_MS),
];

/** @param usual index into {@link DATE_FORMATS} of the rest of the list. */
export const writtenBirthDate = (isoDay: string, usual: number, mess: Mess): string => {
  if (mess.happens('birthDateMissing')) return '';
  let [year, month, day] = isoDay.split('-') as [string, string, string];
  if (mess.happens('dayMonthSwapped', Number(day) <= 12)) [month, day] = [day, month];
  const format = mess.happens('otherDateFormat') ? mess.random.pick(DATE_FORMATS) : DATE_FORMATS[usual];
  return (format as DateFormat)(year, month, day);
};

const withDots = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const short = (amount: number): string => String(Math.round(amount * 10) / 10).replace('.', ',');

const informalMoney = (amount: number, random: Random): string => {
  const spoken =
    amount >= 1e9
      ? `${short(amount / 1e9)} M`
      : amount >= 1e6
        ? `${short(amount / 1e6)} jt`
        : `${short(amount / 1e3)} rb`;
  return random.pick([
    spoken,
    spoken,
    spoken.replace(' jt', ' juta').replace(' rb', ' ribu'),
    spoken.replace(' ', ''),
    `Rp. ${withDots(amount)},-`,
    `Rp${withDots(amount)}`,
  ]);
};

/** Rupiah as plain digits, with dots, or as people say it (`1,5 jt`; `M` is 10⁹). */
export const writtenMoney = (amount: number | undefined, mess: Mess): string => {
  if (amount === undefined || mess.happens('moneyMissing')) return '';
  if (mess.happens('informalMoney')) return informalMoney(amount, mess.random);
  return mess.random.chance(0.5) ? String(amount) : withDots(amount);
};

/** The premises as somebody remembers them: RT/RW left out or another RT, the house number left out. */
export const rememberedPremises = (premises: SamplePremises, mess: Mess): SamplePremises => {
  const remembered = { ...premises };
  if (mess.happens('rtRwMissing')) Object.assign(remembered, { rt: '', rw: '' });
  else if (mess.happens('otherRt')) remembered.rt = String(mess.random.integer(1, 7)).padStart(3, '0');
  if (mess.happens('addressShort', premises.houseNumber !== undefined)) delete remembered.houseNumber;
  return remembered;
};

/** Empty where neither is remembered. */
export const writtenRtRw = ({ rt, rw }: SamplePremises, random: Random): string => {
  if (rt === '' && rw === '') return '';
  const [shortRt, shortRw] = [String(Number(rt)), String(Number(rw))];
  return random.pick([
    `RT ${rt} RW ${rw}`,
    `RT.${rt}/RW.${rw}`,
    `${rt}/${rw}`,
    `RT ${shortRt}/${shortRw}`,
    `${shortRt.padStart(2, '0')}/${shortRw.padStart(2, '0')}`,
    `Rt ${shortRt} Rw ${shortRw}`,
  ]);
};

/** Street or hamlet, number, RT/RW; without village and district, which have columns of their own. */
export const writtenAddress = (premises: SamplePremises, mess: Mess): string => {
  const { random } = mess;
  const parts: string[] = [];
  if (premises.hamlet) parts.push(`${random.pick(['Dk.', 'Dukuh', 'Dsn', 'Dk'])} ${premises.hamlet}`);
  if (premises.street) parts.push(`${random.pick(['Jl.', 'Jln', 'JL', 'Jalan'])} ${premises.street}`);
  if (premises.houseNumber) parts.push(`${random.pick(['No.', 'No', 'no'])} ${premises.houseNumber}`);
  parts.push(writtenRtRw(premises, random));
  const address = parts.join(' ').trimEnd();
  return mess.happens('addressTypo') ? typingError(address, random) : address;
};

export const writtenVillage = (village: SampleArea, mess: Mess): string => {
  if (mess.happens('villageMissing')) return '';
  const aliases = village.aliases ?? [];
  if (mess.happens('oldVillageName', aliases.length > 0)) return mess.random.pick(aliases);
  const name = mess.happens('villageTypo') ? typingError(village.name, mess.random) : village.name;
  return mess.random.chance(0.08) ? `${mess.random.pick(['Kel.', 'Ds.', 'Desa'])} ${name}` : name;
};
