import { cleanText } from '#kernel/naming/clean-text.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { ownerMatches } from '../../register-enterprise/index.server.ts';
import type { TypedMatch } from '../rules/typing-view.ts';

const most = 3;
const longest = 200;

/**
 * Who of the register the row under the typist's hands may be: by NIK, by phone, by name. Of a name that many bear,
 * those of the typed village come first.
 */
export async function typedMatches(
  context: QueryContext,
  typed: { name: string; village: string; nik: string; phone: string },
): Promise<TypedMatch[]> {
  const name = typed.name.slice(0, longest);
  const nik = typed.nik.slice(0, longest);
  const phone = typed.phone.slice(0, longest);
  const village = typed.village.trim().slice(0, longest);
  const here =
    village === '' || name.trim() === ''
      ? []
      : await ownerMatches(context, { name: `${name} ${village}`, nik, phone });
  const found = here.length > 0 ? here : await ownerMatches(context, { name, nik, phone });
  return closest(found, name).slice(0, most);
}

/** While some bear just the name that is being typed, those who bear a similar one are left out. */
function closest(found: readonly TypedMatch[], name: string): readonly TypedMatch[] {
  const typed = cleanText(name);
  const same = found.filter(({ by, ownerName }) => by !== 'name' || cleanText(ownerName).includes(typed));
  return same.length > 0 ? same : found;
}
