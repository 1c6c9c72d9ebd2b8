// A paper of the session, seen before it goes out.

import { asFailure } from "../../ipc/call.ts";
import { useDrawn } from "../../ipc/drawn.ts";
import { usePaperOut } from "../../ipc/paper_out.ts";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";

interface PrintedProps {
  paper: "session_agenda" | "session_minutes";
  title: string;
  session: number;
}

export function Printed({ paper, title, session }: PrintedProps) {
  const of = { paper, session };
  const drawn = useDrawn(of);
  const out = usePaperOut(of);
  return (
    <div class="cols gap-under">
      <PaperPreview title={title} drawn={drawn} refusal={asFailure} />
      <div class="stack">
        <PaperOutSheet paper={drawn.paper} out={out} />
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </div>
  );
}
