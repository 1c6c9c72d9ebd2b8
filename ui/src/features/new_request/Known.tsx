// The people a typed name may be: former borrowers, likely duplicates.

import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import type { Request } from "./useRequest.ts";
import * as words from "./words.ts";

const never = () => false;

export function Known({ request }: { request: Request }) {
  const { last_name, first_name, born_on, phone, same_person } = request.typed;
  const names = useNames();
  const [others, setOthers] = useState<readonly number[]>([]);
  const typed = last_name.trim() + phone.trim();
  const found = useAnswer("known_people", typed ? { last_name, first_name, born_on, phone } : null, never);
  const people = typed ? (found.value?.people ?? []) : [];
  const chosen = people.find(({ person }) => person === same_person);
  const proposed = chosen ? [chosen] : people.filter(({ person }) => !others.includes(person));
  if (proposed.length === 0) return null;
  return (
    <ul class="known">
      {proposed.map((one) => (
        <li key={one.person}>
          <Notice
            tone="info"
            title={words.known(names.of(one.name), names.areHidden ? "" : one.born)}
            actions={
              one === chosen ? (
                <Button small onClick={() => request.put({ same_person: null })}>
                  {words.notThem}
                </Button>
              ) : (
                <>
                  <Button small onClick={() => request.put({ same_person: one.person })}>
                    {words.isThem}
                  </Button>
                  <Button small look="quiet" onClick={() => setOthers([...others, one.person])}>
                    {words.someoneElse}
                  </Button>
                </>
              )
            }
          >
            {one === chosen ? words.joined : words.why(one.why)}{" "}
            {one.dossiers.map(({ reference, what }) => `${reference} : ${what}`).join(" ; ")}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
