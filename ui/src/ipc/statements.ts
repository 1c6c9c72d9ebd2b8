// Statements are read from where they are, then their view opens with what they say.

import { usePlace } from "../parts/place.ts";
import { useLong } from "./answers.ts";
import { addressOfRoom } from "./rooms.ts";

export function useStatementReading(dossier: number) {
  const place = usePlace();
  const long = useLong("bring_statements");
  const read = async (files: readonly string[], attachments: readonly number[]) => {
    const answer = await long.run({ dossier, files: [...files], attachments: [...attachments] });
    if (answer) place.go(addressOfRoom(dossier, "statements"));
  };
  return { long, read };
}
