interface PickerProps {
  label: string;
  chosen: string;
  onChoose: (key: string) => void;
  items: readonly { key: string; label: string; note: string; late?: boolean }[];
}

/** A short list of places, one of which is shown beside. */
export function Picker({ label, chosen, onChoose, items }: PickerProps) {
  return (
    <ul class="picker" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <button
            type="button"
            aria-current={item.key === chosen ? "true" : undefined}
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
