import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PrintButton } from '../../../ui/print-button.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';

type Props = {
  kind: 'first' | 'temporary';
  userId: string;
  name: string;
  signInName: string | null;
  password: string;
  address: string;
};

/** A password to be handed over, shown this once. */
export function HandedPassword({ kind, userId, name, signInName, password, address }: Props) {
  const t = messagesFor(peopleMessages, useLocale());
  const title = kind === 'first' ? t.handedTitle({ name }) : t.resetTitle({ name });
  return (
    <div className="stack">
      <title>{`${title} · Gawangan`}</title>
      <PageHeader title={title} lead={t.handedLead} back={{ to: '/orang', label: t.toPeople }} />
      <Card>
        <div className="stack">
          <DefinitionList
            items={[
              { term: t.address, value: <span className="mono">{address}</span> },
              ...(signInName ? [{ term: t.signInName, value: signInName }] : []),
              {
                term: kind === 'first' ? t.firstPassword : t.temporaryPassword,
                value: <strong className="mono">{password}</strong>,
              },
            ]}
          />
          <div className="row">
            <PrintButton />
            <ButtonLink look="secondary" to={`/orang/${userId}`}>
              {t.toPerson}
            </ButtonLink>
          </div>
        </div>
      </Card>
    </div>
  );
}
