// The line under an edited one: its refusal, what only an edit needs, its two buttons.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
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
        {refused && <LineRefusal {...props} refused={refused} />}
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
      </td>
    </tr>
  );
}

interface RefusalProps extends Pick<UnderProps, "isInTheWay" | "errorId"> {
  refused: LineRefused;
}

/** Why the line edited above is not taken: in view, whatever stands at the foot of the window. */
export function LineRefusal({ refused, isInTheWay, errorId }: RefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  const text = [refused.message, refused.remedy, isInTheWay && words.firstThisLine].filter(Boolean).join(" ");
  useLayoutEffect(() => place.current?.scrollIntoView({ block: "nearest" }), [text]);
  return (
    <div ref={place} class="field bad" role="alert">
      <FieldError id={errorId} text={text} />
    </div>
  );
}
