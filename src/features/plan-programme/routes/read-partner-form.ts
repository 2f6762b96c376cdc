import type { PartnerValues } from '../screens/partner-fields.tsx';

export function readPartnerForm(form: FormData): PartnerValues & { revision: string } {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    name: text('name'),
    kind: text('kind'),
    note: text('note'),
    endedOn: text('endedOn'),
    revision: text('revision'),
  };
}
