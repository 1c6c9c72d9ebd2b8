// The line under an edited one: what only an edit needs, its refusal, its two
// buttons.

import type { ComponentChildren } from "preact";
import { Button } from "./Button.tsx";
import { FieldError } from "./Field.tsx";
import type { LineRefused } from "./inline.ts";
import * as words from "./words.ts";

interface UnderProps {
  columns: number;
  refused: LineRefused | null;
  /** Another line was asked for while this one is refused. */
  isInTheWay: boolean;
  errorId: string;
  keys: { onKeyDown: (event: KeyboardEvent) => void; onFocusOut: () => void };
  onRestore: () => void;
  /** Takes the line out; without it the line stays, for the reason given. */
  onRemove: (() => void) | null;
  whyItStays: string | null;
  children?: ComponentChildren;
}

export function EditedUnder(props: UnderProps) {
  const { refused } = props;
  return (
    <tr class="edit under" data-edited {...props.keys}>
      <td colSpan={props.columns}>
        <div class="row middle">
          {props.children}
          <span class="grow" />
          <Button small keepsFocus look="quiet" shortcut={words.escapeKey} onClick={props.onRestore}>
            {words.restore}
          </Button>
          {props.onRemove ? (
            <Button small keepsFocus sign="remove" onClick={props.onRemove}>
              {words.remove}
            </Button>
          ) : (
            <span class="hint">{props.whyItStays}</span>
          )}
        </div>
        {refused && (
          <div class="field bad" role="alert">
            <FieldError
              id={props.errorId}
              text={[refused.message, refused.remedy, props.isInTheWay && words.firstThisLine]
                .filter(Boolean)
                .join(" ")}
            />
          </div>
        )}
      </td>
    </tr>
  );
}
