type FormObject = { [name: string]: FormValue };
type FormValue = string | File | FormValue[] | FormObject;

/**
 * A form as an object: `owner.fullName` nests, a name that ends in `[]` collects a list, blank fields and empty
 * files are left out (an empty field is "not given", never an empty text).
 */
export function readForm(form: FormData): FormObject {
  const result: FormObject = {};
  for (const [name, value] of form) {
    if (value === '' || (value instanceof File && value.size === 0 && value.name === '')) continue;
    const path = name.split('.');
    // Names come from outside: never walk into the prototype.
    if (path.some((step) => step === '__proto__' || step === 'constructor' || step === 'prototype')) continue;
    let at = result;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      at = at[step] = typeof next === 'object' && !Array.isArray(next) && !(next instanceof File) ? next : {};
    }
    const last = path.at(-1) ?? '';
    if (last.endsWith('[]')) {
      const key = last.slice(0, -2);
      const list = at[key];
      if (Array.isArray(list)) list.push(value);
      else at[key] = [value];
    } else {
      at[last] = value;
    }
  }
  return result;
}

/** What was typed, name by name, to show it again after a refusal. Files cannot be shown again. */
export function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
