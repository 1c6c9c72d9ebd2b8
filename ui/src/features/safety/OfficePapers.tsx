// The papers of the office about personal data: seen, opened, saved.

import { useState } from "preact/hooks";
import { asFailure } from "../../ipc/call.ts";
import { useDrawn } from "../../ipc/drawn.ts";
import { usePaperOut } from "../../ipc/paper_out.ts";
import { Button } from "../../parts/Button.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { PaperOutSheet, PaperPreview, Unprintable } from "../../parts/PaperPreview.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { words as all } from "./words.ts";

const words = all.papers;

export function OfficePapers() {
  const [seen, see] = useState<string | null>(null);
  const chosen = words.list.find(({ key }) => key === seen);
  return (
    <>
      <Sheet title={words.title} note={words.note}>
        <table class="mid-t">
          <tbody>
            {words.list.map(({ key, title, use }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td class="soft">{use}</td>
                <td class="acts-col">
                  <Button small onClick={() => see(seen === key ? null : key)}>
                    {seen === key ? words.close : words.see}
                    <span class="vh">{words.of(title)}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      {chosen && <Seen key={chosen.key} paper={chosen.key} title={chosen.title} />}
    </>
  );
}

function Seen({ paper, title }: { paper: string; title: string }) {
  const of = { paper };
  const drawn = useDrawn(of);
  const out = usePaperOut(of);
  const missing = drawn.paper?.missing ?? [];
  return (
    <div class="cols gap">
      <PaperPreview title={title} drawn={drawn} refusal={asFailure} />
      <div class="stack">
        <PaperOutSheet paper={drawn.paper} out={out} />
        {missing.length > 0 && (
          <Notice tone="due" title={words.missing}>
            <span class="block">{missing.map(({ what }) => what).join(", ")}.</span>{" "}
            <a href="#/reglages">{words.settings}</a>
          </Notice>
        )}
        <Unprintable characters={drawn.paper?.unprintable ?? []} />
      </div>
    </div>
  );
}
