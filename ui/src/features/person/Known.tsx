// The person of this dossier may be recorded already: joined in one gesture, or told apart once.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { DossierView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import * as words from "./words.ts";

interface KnownProps {
  view: DossierView;
  onChanged: (view: DossierView) => void;
}

export function Known({ view, onChanged }: KnownProps) {
  const { last_name, first_name, birth_name, born_on, phone } = view.person;
  const names = useNames();
  const typed = { last_name, first_name, birth_name, born_on, phone, apart_from: view.id };
  const found = useAnswer("known_people", typed);
  const join = useAction(async (person: number) =>
    onChanged(await call("join_person", { dossier: view.id, person })),
  );
  const apart = useAction(async (person: number) =>
    onChanged(await call("tell_apart", { dossier: view.id, person })),
  );
  return (
    <>
      <Refused failure={join.failure ?? apart.failure} />
      {found.value?.people.map((one) => (
        <Notice
          key={one.person}
          tone="info"
          title={words.maybe(names.of(one.name), names.areHidden ? "" : one.born)}
          actions={
            <>
              <Button small disabled={join.busy} onClick={() => join.run(one.person)}>
                {words.isThem}
              </Button>
              <Button small look="quiet" disabled={apart.busy} onClick={() => apart.run(one.person)}>
                {words.someoneElse}
              </Button>
            </>
          }
        >
          {words.why(one.why)}
          {one.dossiers.map(({ reference, what }) => (
            <div class="soft" key={reference}>
              {words.theirs(reference, what)}
            </div>
          ))}
        </Notice>
      ))}
    </>
  );
}
