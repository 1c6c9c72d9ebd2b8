// What was typed over a record and not recorded yet, found again: it is there, and may be given up.

import { Button } from "./Button.tsx";
import { momentText } from "./moment.ts";
import { Notice } from "./Notice.tsx";
import * as words from "./room_words.ts";

interface DraftFoundProps {
  fields: { keptAt: string | null; giveUp: () => void };
  /** Its title, by when it was kept. */
  title: (when: string) => string;
}

export function DraftFound({ fields, title }: DraftFoundProps) {
  if (fields.keptAt === null) return null;
  return (
    <Notice
      tone="info"
      title={title(momentText(fields.keptAt))}
      actions={
        <Button small onClick={fields.giveUp}>
          {words.giveUp}
        </Button>
      }
    >
      {words.savedOnLeaving}
    </Notice>
  );
}
