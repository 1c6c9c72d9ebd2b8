// Papers to choose from, each with what it is for; one at a time is seen.

import { Button } from "./Button.tsx";
import { Sheet } from "./Sheet.tsx";

export interface ListedPaper {
  key: string;
  title: string;
  use: string;
}

export interface PaperListWords {
  see: string;
  close: string;
  of: (title: string) => string;
}

interface Props {
  title: string;
  note: string;
  list: readonly ListedPaper[];
  words: PaperListWords;
  seen: string | null;
  onSee: (key: string | null) => void;
}

export function PaperList({ title, note, list, words, seen, onSee }: Props) {
  return (
    <Sheet title={title} note={note}>
      <table class="middle-cells" aria-label={title}>
        <tbody>
          {list.map(({ key, title: name, use }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td class="soft">{use}</td>
              <td class="actions-column">
                <Button small onClick={() => onSee(seen === key ? null : key)}>
                  {seen === key ? words.close : words.see}
                  <span class="heard">{words.of(name)}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
