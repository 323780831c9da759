import { useId } from 'react';

/** A switch with a label and a description. */
export function Switch({
  label,
  means,
  isOn,
  onTurn,
}: {
  readonly label: string;
  readonly means: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      className="inspector-switch"
      aria-checked={isOn}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-means`}
      onClick={() => onTurn(!isOn)}
    >
      <span className="inspector-switch-text">
        <span id={`${id}-label`}>{label}</span>
        <span id={`${id}-means`} className="inspector-soft">
          {means}
        </span>
      </span>
      <span className="inspector-track" />
    </button>
  );
}
