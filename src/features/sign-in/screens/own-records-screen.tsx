import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '../../../ui/button.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { ownerMessages } from '../messages/owner-messages.ts';

type Props = {
  records: readonly { officeCode: string; officeName: string; ownerId: string; name: string }[];
};

export function OwnRecordsScreen({ records }: Props) {
  const t = messagesFor(ownerMessages, useLocale());
  return (
    <div className="narrow stack">
      <title>{`${t.mine} · Gawangan`}</title>
      <div>
        <h1>{t.mine}</h1>
        <p className="soft">{records.length > 0 ? t.mineLead : t.none}</p>
      </div>
      {records.map((record) => (
        <section key={`${record.officeCode} ${record.ownerId}`} className="card">
          <h2>
            <Link to={`/saya/usaha/${record.ownerId}`}>{record.name}</Link>
          </h2>
          <p className="soft small">{record.officeName}</p>
        </section>
      ))}
      <Link to="/saya/pendaftaran" className="btn wide">
        {t.applications}
      </Link>
      <Form method="post" action="/keluar">
        <Button look="secondary" wide>
          {t.signOut}
        </Button>
      </Form>
    </div>
  );
}
