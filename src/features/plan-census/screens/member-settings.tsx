import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';
import type { Enumerator, PeopleView } from '../rules/people-view.ts';

/** Who checks this enumerator, and where they know the way. */
export function MemberSettings({ one, people }: { one: Enumerator; people: PeopleView }) {
  const t = messagesFor(peopleMessages, useLocale());
  const id = `atur-${one.userId}`;
  const home = new Set(one.homeVillages.map(({ code }) => code));
  return (
    <details className="member-settings">
      <summary aria-label={t.settings({ name: one.name })}>{t.set}</summary>
      <Form method="post" preventScrollReset className="more-inside fields">
        <input type="hidden" name="userId" value={one.userId} />
        <input type="hidden" name="duty" value="enumerator" />
        <div className="field">
          <label className="label" htmlFor={`${id}-pemeriksa`}>
            {t.supervisor}
          </label>
          <select
            className="input"
            id={`${id}-pemeriksa`}
            name="supervisorId"
            defaultValue={one.supervisorId ?? ''}
          >
            <option value="">{t.chooseSupervisor}</option>
            {people.supervisors.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}-kelurahan`}>
            {t.home}
          </label>
          <select
            className="input many"
            id={`${id}-kelurahan`}
            name="homeVillages"
            multiple
            size={6}
            defaultValue={[...home]}
          >
            {people.villages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="row">
          <Button name="intent" value="change" look="secondary">
            {t.save}
          </Button>
          <Button name="intent" value="drop" look="quiet" disabled={one.left > 0}>
            {t.drop}
          </Button>
        </div>
        {one.left > 0 && <p className="soft small">{t.dropHint}</p>}
      </Form>
    </details>
  );
}
