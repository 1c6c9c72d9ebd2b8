interface PickerProps {
  label: string;
  chosen: string;
  onChoose: (key: string) => void;
  /** Whether the place chosen has the focus when the screen arrives. */
  isArrival?: boolean;
  items: readonly { key: string; label: string; note: string; late?: boolean }[];
}

/** A short list of places, one of which is shown beside. */
export function Picker({ label, chosen, onChoose, isArrival = false, items }: PickerProps) {
  return (
    <ul class="picker" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <button
            type="button"
            aria-current={item.key === chosen ? "true" : undefined}
            data-arrival={isArrival && item.key === chosen ? "" : undefined}
            onClick={() => onChoose(item.key)}
          >
            {item.label}
            {item.note && <span class={item.late ? "sub state due" : "sub"}>{item.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
