// « Imprimer »: the paper of the moment first, then those that can leave; the rest is in its room.

import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { PaperCard, Room } from "../../ipc/types.ts";
import { useKeys } from "../../parts/keys.ts";
import { Menu } from "../../parts/Menu.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { type Place, usePlace } from "../../parts/place.ts";
import * as words from "./words.ts";

interface PrintMenuProps {
  dossier: number;
  current: Room["key"];
}

export function PrintMenu({ dossier, current }: PrintMenuProps) {
  const place = usePlace();
  const print = async () => {
    const menu = await call("print_menu", { dossier }).catch(() => null);
    show(place, dossier, menu?.now?.key);
  };
  // The room of papers has its own paper before it.
  useKeys({ "Ctrl+p": () => (current === "documents" ? false : void print()) });
  return (
    <Menu word={words.print} sign="print">
      <Papers dossier={dossier} place={place} />
    </Menu>
  );
}

function show(place: Place, dossier: number, paper?: string) {
  place.go(addressOfRoom(dossier, "documents"), paper);
}

function Papers({ dossier, place }: { dossier: number; place: Place }) {
  const { value: menu, failure } = useAnswer("print_menu", { dossier });
  if (!menu) return <Refused failure={failure} />;
  const line = (card: PaperCard, isNow: boolean) => (
    <button
      key={card.key}
      type="button"
      class={isNow ? "button quiet now" : "button quiet"}
      onClick={() => show(place, dossier, card.key)}
    >
      <span>{card.title}</span>
      {isNow && <kbd>{words.printKey}</kbd>}
    </button>
  );
  return (
    <div class="print-menu">
      {menu.now && <p class="group">{words.paperNow}</p>}
      {menu.now && line(menu.now, true)}
      {menu.ready.length > 0 && <p class="group">{words.papersReady}</p>}
      {menu.ready.map((card) => line(card, false))}
      <button type="button" class="button quiet all" onClick={() => show(place, dossier)}>
        <span>{words.allPapers}</span>
        {menu.handed_over && <span class="detail">{words.handedOver(menu.handed_over)}</span>}
      </button>
    </div>
  );
}
