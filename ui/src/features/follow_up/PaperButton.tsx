// A letter written from the facts, opened to be read, signed and sent.

import { useLong } from "../../ipc/answers.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { Progress } from "../../parts/Progress.tsx";
import { words } from "./words.ts";

interface PaperButtonProps {
  dossier: number;
  paper: string;
  label: string;
  small?: boolean;
  onOpened?: () => void;
}

export function PaperButton({ dossier, paper, label, small, onOpened }: PaperButtonProps) {
  const opening = useLong("open_paper");
  const open = async () => {
    const told = await opening.run({ paper, dossier });
    if (told) onOpened?.();
  };
  return (
    <span class="block">
      <Button small={small} sign="print" disabled={opening.busy} onClick={() => void open()}>
        {label}
      </Button>
      {opening.isSlow && <Progress text={words.opening} step={opening.step} onStop={opening.stop} />}
      <Refused failure={opening.failure} />
    </span>
  );
}
