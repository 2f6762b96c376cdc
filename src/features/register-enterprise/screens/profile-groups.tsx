import { Form, Link } from 'react-router';
import { formatDate, type PlainDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { fieldId } from '#ui/field-id.ts';
import { SelectField } from '#ui/select-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { profileMessages } from '../messages/profile-messages.ts';
import { wordFor } from '../rules/register-words.ts';
import { SmallForm } from './profile-section.tsx';
import { type GroupView, type ProfileReply, replyTo } from './profile-view.ts';

export type GroupChoice = { groupId: string; name: string; kind: string };
type Props = {
  groups: readonly GroupView[];
  choices: readonly GroupChoice[];
  reply?: ProfileReply;
  mayManage: boolean;
  today: PlainDate;
};

/** Groups it is in and was in, with days. */
export function ProfileGroups({ groups, choices, reply, mayManage, today }: Props) {
  const locale = useLocale();
  const t = messagesFor(profileMessages, locale);
  const { values, refusal, errors } = replyTo(reply, 'join-group');
  const inNow = groups.filter((group) => group.leftOn === null).map((group) => group.groupId);
  const open = choices.filter((choice) => !inNow.includes(choice.groupId));
  return (
    <>
      {groups.length === 0 && <p className="soft">{t.noGroups}</p>}
      {groups.length > 0 && (
        <ul className="lined-list">
          {groups.map((group) => (
            <li key={group.groupMembershipId}>
              <div>
                <Link to={`/usaha?kelompok=${group.groupId}`}>{group.name}</Link>
                <span className="row-note">{noteOf(group)}</span>
              </div>
              {mayManage && group.leftOn === null && <Leave group={group} today={today} />}
            </li>
          ))}
        </ul>
      )}
      {mayManage && (
        <SmallForm
          intent="join-group"
          label={t.joinGroup}
          refusal={refusal}
          labels={{ groupId: t.group, joinedOn: t.joinedOn }}
        >
          {open.length === 0 ? (
            <p className="soft">
              <Link to="/kelompok">{t.noGroupsYet}</Link>
            </p>
          ) : (
            <>
              <SelectField
                name="groupId"
                label={t.group}
                options={open.map(({ groupId, name, kind }) => ({
                  value: groupId,
                  label: `${name} (${wordFor('groupKind', kind, locale)})`,
                }))}
                defaultValue={values.groupId}
                errors={errors}
              />
              <DateField
                name="joinedOn"
                label={t.joinedOn}
                optional
                defaultValue={values.joinedOn}
                errors={errors}
              />
            </>
          )}
        </SmallForm>
      )}
    </>
  );

  function noteOf({ kind, mentor, joinedOn, leftOn }: GroupView): string {
    const from = joinedOn ? formatDate(joinedOn, locale) : '?';
    return [
      wordFor('groupKind', kind, locale),
      mentor && t.mentoredBy({ mentor }),
      leftOn ? t.until({ from, to: formatDate(leftOn, locale) }) : joinedOn && t.since({ day: from }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

function Leave({ group, today }: { group: GroupView; today: PlainDate }) {
  const t = messagesFor(profileMessages, useLocale());
  const id = fieldId(`keluar-${group.groupMembershipId}`);
  return (
    <details className="small-form inline">
      <summary aria-label={t.leaveName({ name: group.name })}>{t.leave}</summary>
      <Form method="post" preventScrollReset className="field">
        <input type="hidden" name="intent" value="leave-group" />
        <input type="hidden" name="groupMembershipId" value={group.groupMembershipId} />
        <label className="label" htmlFor={id}>
          {t.leftOn}
        </label>
        <input
          id={id}
          name="leftOn"
          type="date"
          className="input short"
          defaultValue={today}
          min={group.joinedOn ?? undefined}
          required
        />
        <Button look="secondary" className="start">
          {t.leaveName({ name: group.name })}
        </Button>
      </Form>
    </details>
  );
}
