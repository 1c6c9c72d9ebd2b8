// The next session of the commission or the committee, and what waits for it.

import type { NextSession } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import * as words from "./words.ts";

export function Session({ session }: { session: NextSession }) {
  return (
    <Sheet title={words.session} note={session.day.text}>
      <div class="body">
        <a href="#/seances">{session.title}</a>
        {session.place && <p class="soft">{session.place}</p>}
        <p>{session.dossiers}</p>
      </div>
    </Sheet>
  );
}
