// A register whose entries are changed or retired, never removed: each with its name and its state in words.

import type { ComponentChildren } from "preact";
import { Entry, Register } from "../../parts/Register.tsx";
import * as words from "./words.ts";

interface Retirable {
  id: number;
  key: string;
  fields: { label: string; retired: boolean };
  state: string;
}

interface RetirableRegisterProps<E> {
  title: string;
  note: string;
  adds: string;
  entries: readonly E[];
  form: (entry: E | null, close: () => void) => ComponentChildren;
  /** What is said of an entry under its state. */
  more?: (entry: E) => ComponentChildren;
}

export function RetirableRegister<E extends Retirable>({ more, ...register }: RetirableRegisterProps<E>) {
  return (
    <Register {...register}>
      {({ open }) => (
        <ul class="versions">
          {register.entries.map((one) => (
            <li key={one.key} class={one.fields.retired ? "out" : undefined}>
              <Entry
                changes={words.changeOfModel(one.fields.label)}
                removes=""
                onChange={() => open(one)}
                onRemove={null}
              >
                <b>{one.fields.label}</b>
                <span class="sub">{one.state}</span>
                {more?.(one)}
              </Entry>
            </li>
          ))}
        </ul>
      )}
    </Register>
  );
}
