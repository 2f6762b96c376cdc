import type { Mess } from '#sample/list/mess.ts';
import { typingError } from '#sample/list/typing-error.ts';
import { abbreviated, oldSpelling, otherSpelling } from '#sample/name-spelling.ts';
import { callName } from '#sample/person-name.ts';
import type { SampleOwner } from '#sample/sample-types.ts';
import { MALE_JAVANESE } from '#sample/word-lists/male-names.ts';

const FORMAL = { male: ['Bp.', 'Bpk', 'Sdr.', 'Tn.'], female: ['Ibu', 'Ny.', 'Sdri.', 'Bu'] } as const;

const withTitle = (name: string, owner: SampleOwner, mess: Mess): string => {
  const { random } = mess;
  if (owner.honorific) {
    const title = random.pick([
      owner.honorific,
      owner.honorific.replace('.', ''),
      owner.sex === 'male' ? 'HAJI' : 'Hajjah',
    ]);
    return `${owner.honorific.startsWith('H') ? title : owner.honorific} ${name}`;
  }
  if (owner.degree)
    return random.chance(0.5) ? `${name}, ${owner.degree}` : `${name} ${owner.degree.replaceAll('.', '')}`;
  return random.chance(0.33) ? `${random.pick(FORMAL[owner.sex])} ${name}` : name;
};

const reordered = (name: string, mess: Mess): string => {
  const words = name.split(' ');
  const several = words.length > 1;
  if (mess.happens('wordsSwapped', several)) words.push(words.shift() as string);
  if (mess.happens('wordDropped', words.length > 2))
    words.splice(mess.random.integer(1, words.length - 1), 1);
  if (mess.happens('wordsJoined', several)) {
    const at = mess.random.integer(0, words.length - 2);
    words.splice(at, 2, (words[at] as string) + (words[at + 1] as string).toLowerCase());
  }
  return words.join(' ');
};

/** The name as it stands in a list: the owner's, or that of the late husband whose business she continues. */
export const writtenName = (owner: SampleOwner, mess: Mess): string => {
  const { random } = mess;
  if (owner.continuesFrom && mess.happens('lateHusband')) {
    return random.chance(0.4) ? `${owner.continuesFrom.fullName} (Alm)` : owner.continuesFrom.fullName;
  }
  let name = owner.fullName;
  if (mess.happens('otherSpelling')) name = otherSpelling(name, random);
  if (mess.happens('oldSpelling')) name = oldSpelling(name);
  name = reordered(name, mess);
  if (mess.happens('abbreviated')) name = abbreviated(name, random);
  if (mess.happens('nameTypo')) name = typingError(name, random);
  if (mess.happens('patronymic'))
    name += ` ${owner.sex === 'male' ? 'bin' : 'binti'} ${random.pick(MALE_JAVANESE)}`;
  if (mess.happens('alias')) name += ` als ${callName(owner.fullName).slice(-4)}`;
  return mess.happens('title') ? withTitle(name, owner, mess) : name;
};
