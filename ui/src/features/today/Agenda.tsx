// The day on paper, to take along.

import { useOfficePaper } from "../../ipc/paper_out.ts";
import { PaperSeen } from "../../parts/PaperPreview.tsx";
import * as words from "./words.ts";

export function Agenda() {
  return (
    <div class="columns gap-under">
      <PaperSeen title={words.agenda} paper={useOfficePaper("agenda")} />
    </div>
  );
}
