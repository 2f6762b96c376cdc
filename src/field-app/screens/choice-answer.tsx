import { useText } from '../app-state.ts';
import { type AnswerProps, isMenu } from './answer-props.ts';

/** One of, several of, or "yes, heard and agreed": each a target for a thumb. */
export function ChoiceAnswer(props: AnswerProps) {
  const text = useText();
  const { view, give, id, describedBy, isInvalid } = props;
  const { kind } = view.question;
  const shared = { 'data-invalid': isInvalid || undefined } as const;
  if (kind === 'acknowledge')
    return (
      <label className="option">
        <input
          {...shared}
          type="checkbox"
          checked={view.text === 'OK'}
          onChange={(event) => give(event.target.checked ? 'OK' : '')}
        />
        <span>{text.agree}</span>
      </label>
    );
  if (isMenu(view))
    return (
      <select
        id={id}
        value={view.text}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => give(event.target.value)}
      >
        <option value="">–</option>
        {view.choices.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    );
  const chosen = view.text.split(/\s+/).filter(Boolean);
  const isOne = kind === 'select_one';
  // In the order of the list, whatever the order of the taps.
  const toggled = (name: string, isOn: boolean) =>
    view.choices
      .map((choice) => choice.name)
      .filter((one) => (one === name ? isOn : chosen.includes(one)))
      .join(' ');
  return (
    <div className="options">
      {view.choices.map(({ name, label }) => (
        <label key={name} className="option">
          <input
            {...shared}
            type={isOne ? 'radio' : 'checkbox'}
            name={isOne ? id : undefined}
            checked={chosen.includes(name)}
            onChange={(event) => give(isOne ? name : toggled(name, event.target.checked))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
