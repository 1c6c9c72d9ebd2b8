import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { asFailure, call, chooseFiles, logoPicture } from "../../ipc/call.ts";
import type { Failure, OfficeView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { usePicture } from "../../parts/usePicture.ts";
import * as words from "./words.ts";

interface LogoProps {
  office: OfficeView;
  onChanged: (office: OfficeView) => void;
}

/** The picture at the head of papers. */
export function LogoSheet({ office, onChanged }: LogoProps) {
  const [turn, setTurn] = useState(0);
  const [unseen, setUnseen] = useState<Failure | null>(null);
  const source = usePicture(
    () => (office.has_logo ? logoPicture() : null),
    (reason) => setUnseen(asFailure(reason)),
    [office.has_logo, turn],
  );
  const choosing = useAction(async () => {
    const [file] = await chooseFiles();
    if (!file) return;
    onChanged(await call("set_logo", { file: file.handle }));
    setTurn(turn + 1);
  });
  const removing = useAction(async () => onChanged(await call("remove_logo", {})));
  const isBusy = choosing.busy || removing.busy;
  return (
    <Sheet title={words.logo} note={office.has_logo ? words.officeNote : words.logoNone}>
      <div class="body">
        {office.has_logo && source && (
          <p>
            <img class="office-logo" src={source} alt={words.logoAlt} />
          </p>
        )}
        <p class="hint">{words.logoHint}</p>
        <div class="row small-gap">
          <Button onClick={choosing.run} disabled={isBusy}>
            {office.has_logo ? words.logoOther : words.logoChoose}
          </Button>
          {office.has_logo && (
            <Button look="quiet" onClick={removing.run} disabled={isBusy}>
              {words.logoRemove}
            </Button>
          )}
        </div>
        <Refused failure={choosing.failure ?? removing.failure ?? unseen} />
      </div>
    </Sheet>
  );
}
