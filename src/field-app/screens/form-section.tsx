import type { Answers, Given } from '#questionnaire/engine/answers.ts';
import { addRepetition, removeRepetition } from '#questionnaire/engine/repetitions.ts';
import type { SectionView, ViewEntry } from '#questionnaire/engine/view-form.ts';
import { useText } from '../app-state.ts';
import type { OpenVisit } from '../use-visit.ts';
import { QuestionField } from './question-field.tsx';

/** One page of a form: its questions, headings, and repetitions that come and go. */
export function FormSection(props: { visit: OpenVisit; section: SectionView; showsProblems: boolean }) {
  const { visit, section, showsProblems } = props;
  const edit = (change: (answers: Answers) => Answers) =>
    visit.change((draft) => ({ ...draft, answers: change(draft.answers as Answers) }));
  return (
    <div className="section">
      {section.entries.map((entry) => (
        <Entry
          key={`${entry.entry} ${entry.path}`}
          entry={entry}
          visit={visit}
          showsProblem={showsProblems}
          edit={edit}
        />
      ))}
    </div>
  );
}

function Entry(props: {
  entry: ViewEntry;
  visit: OpenVisit;
  showsProblem: boolean;
  edit(change: (answers: Answers) => Answers): void;
}) {
  const text = useText();
  const { entry, edit } = props;
  if (entry.entry === 'heading') return <h2>{entry.label}</h2>;
  if (entry.entry === 'add')
    return (
      <button
        type="button"
        className="quiet"
        onClick={() => edit((answers) => addRepetition(answers, entry.path))}
      >
        + {text.addOne} {entry.label}
      </button>
    );
  if (entry.entry === 'repetition') {
    const repeat = entry.path.slice(0, entry.path.lastIndexOf('['));
    return (
      <div className="repetition">
        <h2>
          {entry.label} {entry.position}
        </h2>
        {entry.canRemove && (
          <button
            type="button"
            className="quiet"
            onClick={() => edit((answers) => removeRepetition(answers, repeat, entry.position))}
          >
            {text.remove} <span className="hidden">{`${entry.label} ${entry.position}`}</span>
          </button>
        )}
      </div>
    );
  }
  return (
    <QuestionField
      view={entry}
      visit={props.visit}
      showsProblem={props.showsProblem}
      give={(given: Given) => edit((answers) => ({ ...answers, [entry.path]: given }))}
    />
  );
}
