import { Form, Link } from 'react-router';
import { roles as allRoles, type Role } from '#kernel/actor.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { roleName } from '#kernel/role-name.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import { type Duty, duties } from '../rules/duties.ts';
import type { PeopleView } from '../rules/people-view.ts';

type Props = { people: PeopleView; refusal?: Refusal | undefined };

/** Accounts of the office that may be brought in, for each duty. */
export function AddPeople({ people, refusal }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  const missing = {
    enumerator: people.enumerators.length === 0,
    supervisor: people.supervisors.length === 0,
  };
  const words: Record<Duty, string> = { enumerator: t.addEnumerators, supervisor: t.addSupervisors };
  return (
    <Card title={t.add}>
      <div className="stack tight">
        {duties.map((duty) => (
          <details key={duty} open={missing[duty]}>
            <summary className="more-summary">{words[duty]}</summary>
            <AddForm duty={duty} words={words[duty]} candidates={people.candidates[duty]} refusal={refusal} />
          </details>
        ))}
      </div>
    </Card>
  );
}

type FormProps = {
  duty: Duty;
  words: string;
  candidates: PeopleView['candidates'][Duty];
  refusal?: Refusal | undefined;
};

function AddForm({ duty, words, candidates, refusal }: FormProps) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  if (candidates.length === 0)
    return (
      <p className="soft">
        {t.nobodyLeft} <Link to="/orang">{t.peopleLink}</Link>
      </p>
    );
  const isRole = (role: string): role is Role => (allRoles as readonly string[]).includes(role);
  return (
    <Form method="post" preventScrollReset className="fields">
      <input type="hidden" name="duty" value={duty} />
      <CheckboxesField
        name="userIds"
        label={t.userIds}
        errors={refusal?.fields ?? []}
        options={candidates.map(({ userId, name, roles }) => ({
          value: userId,
          label: name,
          hint: roles
            .filter(isRole)
            .map((role) => roleName(role, locale))
            .join(', '),
        }))}
      />
      <div>
        <Button name="intent" value="add" look="secondary">
          {words}
        </Button>
      </div>
    </Form>
  );
}
