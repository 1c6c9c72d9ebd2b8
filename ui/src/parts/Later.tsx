// Screens whose script comes after the first paint. It is there long before one
// goes to them, and costs the opening nothing.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Refused } from "./Notice.tsx";
import { useArrival } from "./place.ts";
import * as words from "./words.ts";

export interface Later<Script> {
  /** Fetches the script ahead; a screen that finds it missing says so itself. */
  fetchAhead: () => void;
  /** One of its screens; a main part left empty while the script is on its way. */
  screen: <Props extends object>(pick: (script: Script) => ComponentType<Props>) => ComponentType<Props>;
}

export function later<Script>(fetch: () => Promise<Script>): Later<Script> {
  let script: Script | null = null;
  const come = async () => {
    script ??= await fetch();
  };
  return {
    fetchAhead: () => void come().catch(() => undefined),
    screen: (pick) => (props) => {
      const [isMissing, miss] = useState(false);
      const [, show] = useState(script !== null);
      // Asked even of a script that has just come: it may have, since this was drawn without it.
      useEffect(() => {
        come().then(
          () => show(true),
          () => miss(true),
        );
      }, []);
      if (isMissing) return <Missing />;
      if (script === null) return <div aria-busy="true" />;
      const Shown = pick(script);
      return <Shown {...props} />;
    },
  };
}

function Missing() {
  useArrival(true);
  return (
    <>
      <h1 tabIndex={-1}>{words.missingScreen}</h1>
      <Refused failure={words.missingScript} />
    </>
  );
}
