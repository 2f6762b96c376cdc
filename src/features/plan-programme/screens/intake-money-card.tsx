import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeMessages } from '../messages/intake-messages.ts';
import type { IntakeMoney, IntakeView, Payment } from '../rules/programme-view.ts';

/** What was typed for a payment that was declined. */
export type MoneyReply = { typed: Readonly<Record<string, string>>; refusal: Refusal };

type Props = {
  intake: IntakeView;
  money: IntakeMoney;
  today: string;
  maySpend: boolean;
  newSpendingId: string;
  reply?: MoneyReply | undefined;
};

/** Needed, committed, spent: and the payments behind the last number. */
export function IntakeMoneyCard({ intake, money, today, maySpend, newSpendingId, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  const rupiah = (amount: number) => formatRupiah(amount, locale);
  const { line, commitment, payments, wanted } = money;
  if (line === null && commitment === null)
    return (
      <Card title={t.budget}>
        <p className="soft">{t.noBudget}</p>
      </Card>
    );
  const rest = commitment?.status === 'active' ? commitment.amount - commitment.paid : 0;
  return (
    <Card title={t.budget}>
      <div className="stack tight">
        <DefinitionList
          items={[
            ...(line === null
              ? []
              : [
                  {
                    term: t.budgetLineId,
                    value: (
                      <Link to={`/pembinaan/anggaran/${line.budgetLineId}`}>
                        {line.code} · {line.name}
                      </Link>
                    ),
                    note:
                      line.over > 0
                        ? t.lineOver({ amount: rupiah(line.over) })
                        : t.lineLeft({ amount: rupiah(line.left) }),
                  },
                ]),
            {
              term: t.wanted,
              value: rupiah(wanted),
              note: t.wantedNote({
                seats: formatNumber(intake.seats, locale),
                cost: rupiah(intake.costPerSeat),
              }),
            },
            {
              term: t.committed,
              value: commitment?.status === 'active' ? rupiah(commitment.amount) : t.committedNot,
              ...(commitment?.status === 'active'
                ? {}
                : { note: commitment ? t[`status_${commitment.status}`] : t.committedLater }),
            },
            { term: t.paid, value: rupiah(commitment?.paid ?? 0) },
            ...(rest > 0 ? [{ term: t.rest, value: rupiah(rest) }] : []),
          ]}
        />
        {payments.length > 0 && <Payments payments={payments} maySpend={maySpend} />}
        {maySpend && commitment && rest > 0 && (
          <details className="fold" open={reply !== undefined}>
            <summary>{t.addPayment}</summary>
            <Form method="post" className="fields" noValidate preventScrollReset>
              <ErrorSummary
                refusal={reply?.refusal}
                labels={{ amount: t.amount, spentOn: t.spentOn, documentNumber: t.documentNumber }}
              />
              <input type="hidden" name="intent" value="spend" />
              <input type="hidden" name="spendingId" value={reply?.typed.spendingId ?? newSpendingId} />
              <input type="hidden" name="commitmentId" value={commitment.commitmentId} />
              <TextField
                name="amount"
                label={t.amount}
                inputMode="numeric"
                short
                defaultValue={reply?.typed.amount ?? ''}
                errors={reply?.refusal.fields}
              />
              <DateField
                name="spentOn"
                label={t.spentOn}
                defaultValue={reply?.typed.spentOn ?? today}
                errors={reply?.refusal.fields}
              />
              <TextField
                name="documentNumber"
                label={t.documentNumber}
                hint={t.documentHint}
                defaultValue={reply?.typed.documentNumber ?? ''}
                errors={reply?.refusal.fields}
              />
              <TextField name="note" label={t.note} optional defaultValue={reply?.typed.note ?? ''} />
              <Button look="secondary" className="start">
                {t.save}
              </Button>
            </Form>
          </details>
        )}
        {maySpend && commitment && rest > 0 && intake.status === 'finished' && (
          <Form method="post" className="fields">
            <input type="hidden" name="intent" value="release" />
            <input type="hidden" name="commitmentId" value={commitment.commitmentId} />
            <p className="soft">{t.releaseText({ amount: rupiah(rest) })}</p>
            <Button look="secondary" className="start">
              {t.release}
            </Button>
          </Form>
        )}
      </div>
    </Card>
  );
}

function Payments({ payments, maySpend }: { payments: readonly Payment[]; maySpend: boolean }) {
  const locale = useLocale();
  const t = messagesFor(intakeMessages, locale);
  return (
    <div>
      <h3 className="small-head">{t.payments}</h3>
      <ul className="lined-list">
        {payments.map((payment) => (
          <li key={payment.spendingId}>
            <div>
              <strong>{formatRupiah(payment.amount, locale)}</strong>
              {payment.wasTakenBack && <span className="soft"> · {t.takenBack}</span>}
              {payment.isBack && <span className="soft"> · {t.isBack}</span>}
              <span className="row-note">
                {[
                  formatDate(payment.spentOn, locale),
                  payment.documentNumber,
                  payment.note,
                  payment.recordedBy,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            {maySpend && !payment.isBack && !payment.wasTakenBack && (
              <details className="fold">
                <summary>{t.takeBack}</summary>
                <Form method="post" className="fields" preventScrollReset>
                  <p className="soft small">{t.takeBackText}</p>
                  <input type="hidden" name="intent" value="take_back" />
                  <input type="hidden" name="spendingId" value={payment.spendingId} />
                  <label className="field">
                    <span className="label">{t.reason}</span>
                    <input className="input" name="reason" required maxLength={300} />
                  </label>
                  <Button look="secondary" className="start">
                    {t.takeBack}
                  </Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
