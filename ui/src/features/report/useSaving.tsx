// Saving what leaves the bilan as a file: asked where, told what came of it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useAction, useLong } from "../../ipc/answers.ts";
import { chooseWhereToSave } from "../../ipc/call.ts";
import type { Input } from "../../ipc/kinds.ts";
import { Notice, Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import * as words from "./words.ts";

type Export = "export_report" | "export_dossiers" | "export_study";

export interface Saving<N extends Export> {
  ask: (name: string, ending: "xlsx" | "csv", input: Omit<Input<N>, "file">) => void;
  told: JSX.Element;
}

export function useSaving<N extends Export>(call: N): Saving<N> {
  const [told, setTold] = useState<string | null>(null);
  const saving = useLong(call);
  const asking = useAction(async (name: string, ending: "xlsx" | "csv", input: Omit<Input<N>, "file">) => {
    setTold(null);
    const file = await chooseWhereToSave(`${name}.${ending}`, ending === "csv" ? "save_csv" : "save_xlsx");
    if (!file) return;
    const saved = await saving.run({ ...input, file: file.handle } as Input<N>);
    setTold(saved?.sentence ?? null);
  });
  return {
    ask: (name, ending, input) => void asking.run(name, ending, input),
    told: (
      <div class="told-under">
        {saving.isSlow && <Progress text={words.saving} step={saving.step} onStop={saving.stop} />}
        <div role="status">{told && <Notice tone="ok">{told}</Notice>}</div>
        <Refused failure={saving.failure ?? asking.failure} />
      </div>
    ),
  };
}
