// A dated rule as a sheet: what the version in force says, and the form that changes it from a date or corrects one.

import type { ComponentChildren } from "preact";
import { type Form, useForm } from "../../ipc/form.ts";
import type { Clause, Failure, Version } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import type { Dating, How } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Clauses, DatingFields, History } from "./Versions.tsx";
import * as words from "./words.ts";

interface Ruled {
  version: Version;
}

/** The versions of a rule, and the one that is open. */
export interface Dated<V> {
  /** The name their drafts are kept under. */
  name: string;
  versions: readonly V[];
  inForce: V | undefined;
  opened: { version: V; how: How } | null;
  open: (version: Version, how: How) => void;
  close: () => void;
}

/** The versions of the rule whose drafts are kept under that name. */
export function useDated<V extends Ruled>(name: string, versions: readonly V[] = []): Dated<V> {
  const [opened, open] = useOpened<{ from: string; how: How } | null>(name, null);
  const version = versions.find((one) => one.version.from.iso === opened?.from);
  return {
    name,
    versions,
    inForce: versions.find((one) => one.version.state === "in_force") ?? versions[0],
    opened: opened && version ? { version, how: opened.how } : null,
    open: ({ from }, how) => open({ from: from.iso, how }),
    close: () => open(null),
  };
}

/** Every version of it, each of which may be corrected. */
export function DatedHistory<V extends Ruled>({ title, dated }: { title: string; dated: Dated<V> }) {
  return (
    <History
      title={title}
      versions={dated.versions.map(({ version }) => version)}
      onCorrect={(version) => dated.open(version, "correct")}
    />
  );
}

interface SheetProps<V, F> {
  title: string;
  note?: string;
  /** The words of the button that changes it. */
  modify?: string;
  /** What stands before that button. */
  actions?: ComponentChildren;
  /** The refusal of what they do. */
  also?: Failure | null;
  dated: Dated<V>;
  recorded: (version: V, how: How) => F;
  send: (typed: F) => Promise<void>;
  /** The name of the form, where the heading does not say it. */
  formName?: string;
  /** The words of its button. */
  label?: string;
  /** What the version in force says. */
  says: (version: V) => ComponentChildren;
  /** The fields, under its dates. */
  children: (form: Form<F>) => ComponentChildren;
}

export function DatedSheet<V extends Ruled, F extends Dating>(props: SheetProps<V, F>) {
  const { title, dated, modify = words.modify } = props;
  const { inForce, opened } = dated;
  if (!inForce) return null;
  return (
    <Sheet
      title={title}
      note={props.note ?? inForce.version.period}
      actions={
        !opened && (
          <span class="row middle">
            {props.actions}
            <Button small onClick={() => dated.open(inForce.version, "change")}>
              {modify}
            </Button>
          </span>
        )
      }
    >
      <Refused failure={props.also ?? null} />
      {opened ? (
        <Edit key={`${opened.version.version.from.iso} ${opened.how}`} {...props} {...opened} />
      ) : (
        props.says(inForce)
      )}
    </Sheet>
  );
}

function Edit<V extends Ruled, F extends Dating>(props: SheetProps<V, F> & { version: V; how: How }) {
  const { version, how, dated, recorded, send } = props;
  const form = useForm<F>({
    name: `${dated.name} ${version.version.from.iso} ${how}`,
    recorded: recorded(version, how),
    send: async (typed) => {
      await send(typed);
      dated.close();
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={props.label ?? words.change} name={props.formName} onClose={dated.close}>
      <DatingFields form={form} version={version.version} choice={how === "change"} />
      {props.children(form)}
    </OpenedForm>
  );
}

/** What a version says, one clause a line, under the name of its rule. */
export const clausesOf = (caption: string) => (rules: { clauses: readonly Clause[] }) => (
  <Clauses clauses={rules.clauses} caption={caption} />
);
