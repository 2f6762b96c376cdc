import type { Part } from '../rules/part.ts';
import type { Asked } from '../screens/assignment-form.tsx';

/** What the form of the hand-out asks for, from the address or from a form. */
export function readAsked(given: URLSearchParams | FormData): Asked {
  const text = (name: string) => String(given.get(name) ?? '');
  return {
    place: text('tempat'),
    list: text('daftar'),
    limit: text('paling').trim(),
    userIds: given.getAll('orang').map(String),
  };
}

/** `33.75.01.1001/02/05`: the RT 05 of RW 02 of that village. */
export function partOf({ place, list }: Pick<Asked, 'place' | 'list'>): Part {
  const [villageCode, rw, rt] = place.split('/');
  return {
    ...(villageCode ? { villageCode } : {}),
    ...(rw ? { rw } : {}),
    ...(rt ? { rt } : {}),
    ...(list ? { sourceListId: list } : {}),
  };
}
