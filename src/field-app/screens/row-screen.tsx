import { useEffect, useState } from 'react';
import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { formatInstant } from '#kernel/calendar.ts';
import type { OpenForm } from '#questionnaire/engine/open-form.ts';
import { listOf, textIn } from '#questionnaire/form.ts';
import { useField, useText } from '../app-state.ts';
import { openKeptForm, verdictQuestion } from '../core/visit.ts';
import { goTo, hrefOf } from '../route.ts';
import { useBeginVisit } from '../use-begin-visit.ts';

/** One listed enterprise: what is known of it, the words to read aloud, and the verdict with one tap. */
export function RowScreen({ rowId }: { rowId: string }) {
  const text = useText();
  const { work } = useField();
  const row = work.rows.find((one) => one.rowId === rowId);
  return (
    <>
      <p>
        <a className="back" href={hrefOf({ at: 'today' })}>
          ‹ {text.today}
        </a>
      </p>
      {row ? <RowFacts row={row} /> : <p className="empty">{text.noRow}</p>}
    </>
  );
}

function RowFacts({ row }: { row: WorkRow }) {
  const text = useText();
  const { work, drafts, finished, locale } = useField();
  const draft = drafts.find(({ rowId }) => rowId === row.rowId);
  const done = finished.find(({ rowId }) => rowId === row.rowId);
  const village = work.villages.find(({ code }) => code === row.village)?.name ?? '';
  const hasPlace = row.latitude !== undefined && row.longitude !== undefined;
  const facts: [string, string | null | undefined][] = [
    [text.owner, row.owner],
    [text.activity, row.activity],
    [text.address, row.address],
    [text.village, text.rtRw({ rt: row.rt ?? '', rw: row.rw ?? '', village })],
    [text.nikEnds, row.nikEnds && `… ${row.nikEnds}`],
    [text.phoneEnds, row.phoneHint],
  ];
  return (
    <>
      <h1>{row.name}</h1>
      {row.inSample && <p className="sample">{text.sampleFirst}</p>}
      {row.recheckId && <p className="notice">{text.recheck}</p>}
      {row.note && (
        <p className="notice wrong">
          <strong>{text.fromSupervisor}:</strong> {row.note}
        </p>
      )}
      <dl className="facts">
        {facts.flatMap(([label, value]) =>
          value ? [<dt key={label}>{label}</dt>, <dd key={`${label} `}>{value}</dd>] : [],
        )}
      </dl>
      {row.rtInformation && (
        <p className="notice">
          <strong>{text.rtSays}:</strong> {row.rtInformation}. {text.rtSaysNote}
        </p>
      )}
      {(row.tries ?? 0) > 0 && <p>{text.triedTimes({ times: row.tries! })}</p>}
      {hasPlace && (
        <p>
          <a href={`geo:${row.latitude},${row.longitude}?q=${row.latitude},${row.longitude}`}>
            {text.openMap}
          </a>
        </p>
      )}
      {done && (
        <p className="notice done">
          ✓ {text.visitedOn({ when: formatInstant(Date.parse(done.finishedAt), locale) })}
        </p>
      )}
      {draft ? (
        <button type="button" className="main" onClick={() => goTo({ at: 'visit', draftId: draft.id })}>
          {text.goOn}
        </button>
      ) : (
        <Begin row={row} isAgain={done !== undefined} />
      )}
    </>
  );
}

function Begin({ row, isAgain }: { row: WorkRow; isAgain: boolean }) {
  const text = useText();
  const { tools, work, locale } = useField();
  const begin = useBeginVisit();
  const round = work.rounds.find(({ roundId }) => roundId === row.roundId);
  const [form, setForm] = useState<OpenForm | null | undefined>();
  useEffect(() => {
    if (round) void openKeptForm(tools.store, round.formId, round.formVersion).then(setForm);
  }, [tools, round]);
  if (!round || form === null) return <p className="notice wait">{text.noForm}</p>;
  if (!form) return <p>{text.loading}</p>;
  const question = form.byName.get(verdictQuestion)?.item;
  const spoken = form.nodes.find(({ item }) => item.kind === 'note')?.item;
  const verdicts = question?.kind === 'select_one' ? listOf(form.form, question.list) : [];
  return (
    <section>
      <blockquote className="aloud">
        <p>{(spoken && textIn(spoken.label, locale)) || text.notForTax}</p>
      </blockquote>
      <h2>
        {question ? textIn(question.label, locale) : text.start}
        {isAgain && ` (${text.visitAgain})`}
      </h2>
      {verdicts.length > 0 ? (
        <ul className="verdicts">
          {verdicts.map(({ name, label }) => (
            <li key={name}>
              <button type="button" className="choice" onClick={() => void begin({ round, row }, name)}>
                {textIn(label, locale)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <button type="button" className="main" onClick={() => void begin({ round, row })}>
          {text.start}
        </button>
      )}
    </section>
  );
}
