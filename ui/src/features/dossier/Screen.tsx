import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { useExchange, useExchangeKinds } from "../../ipc/exchange.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { Failure, Room } from "../../ipc/types.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useKeys } from "../../parts/keys.ts";
import { kindsOffered, NoteBox } from "../../parts/NoteBox.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useNames } from "../../parts/names.ts";
import { focusField, useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { DossierHead, Views } from "./Head.tsx";
import { neighbourRoom, type RoomScreen, roomTitle, tabsShown } from "./logic.ts";
import * as words from "./words.ts";

interface DossierProps {
  dossier: number;
  room: RoomScreen;
}

export function Dossier({ dossier, room }: DossierProps) {
  const { value: view, failure, set } = useAnswer("dossier", { dossier });
  const place = usePlace();
  const names = useNames();
  const tabs = view ? tabsShown(view, room.key) : [];
  const turn = (step: 1 | -1) => {
    const next = neighbourRoom(tabs, room.key, step);
    if (next) place.go(addressOfRoom(dossier, next));
  };
  const [isNoting, setNoting] = useState(false);
  const note = useNoting(room.key, () => setNoting(true));
  useKeys({ "Ctrl+PageDown": () => turn(1), "Ctrl+PageUp": () => turn(-1), "Ctrl+e": note });
  useTitle(view ? words.windowTitle(roomTitle(view, room.key), names.of(view.name)) : words.loadingTitle);
  useArrival(view !== null);
  useRoomFocus(room.key, view !== null, place.word);

  if (!view) return failure && <NoDossier failure={failure} />;
  const Shown = room.component;
  return (
    <>
      <DossierHead view={view} tabs={tabs} current={room.key} onNote={note} />
      <Refused failure={failure} />
      <Views view={view} current={room.key} />
      <Shown view={view} onChanged={set} key={room.key} />
      {isNoting && (
        <Dialog title={words.noteExchange} onClose={() => setNoting(false)}>
          {(close) => <Note dossier={dossier} onNoted={close} />}
        </Dialog>
      )}
    </>
  );
}

function Note({ dossier, onNoted }: { dossier: number; onNoted: () => void }) {
  const kinds = kindsOffered(useExchangeKinds());
  return <NoteBox form={useExchange(dossier, kinds[0]?.key ?? "", onNoted)} kinds={kinds} />;
}

function NoDossier({ failure }: { failure: Failure }) {
  return (
    <>
      <h1 tabIndex={-1}>{words.goneTitle}</h1>
      <div class="gap">
        <Refused
          failure={failure}
          actions={
            <a class="button small" href="#/dossiers">
              {words.backToList}
            </a>
          }
        />
      </div>
    </>
  );
}

/** Where an exchange is noted: the box of the page the dossier opens on, else the form of the journal. */
const CONTACT = "form[data-contact] :is(select, .in input)";

/** From any room, the form that notes an exchange: the one that is there, else the box over the room. */
function useNoting(current: Room["key"], open: () => void): () => void {
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  return () => {
    if (current !== "journal" && current !== "overview") open();
    stop.current?.();
    stop.current = onceShown(CONTACT, (field) => field.focus());
  };
}

/** Turning a tab puts the focus on the field one came for, else on the heading of the room; its tab stays in view. */
function useRoomFocus(room: Room["key"], isReady: boolean, word: () => string | undefined): void {
  const shown = useRef<Room["key"] | null>(null);
  useEffect(() => {
    if (!isReady) return;
    const tab = document.querySelector<HTMLElement>(".rooms [aria-current]");
    const tabs = tab?.parentElement;
    if (tab && tabs) tabs.scrollLeft = tab.offsetLeft - (tabs.clientWidth - tab.clientWidth) / 2;
    const hasTurned = shown.current !== null && shown.current !== room;
    shown.current = room;
    if (!hasTurned) return;
    scrollTo(0, 0);
    const field = word() ?? null;
    return onceHeaded((heading) => {
      if (!focusField(heading.closest("main"), field)) heading.focus({ preventScroll: true });
    });
  }, [room, isReady]);
}

/** The heading of the room, at once or when the room has loaded; nothing once the focus went elsewhere. */
function onceHeaded(found: (heading: HTMLElement) => void): (() => void) | undefined {
  const main = document.querySelector("main");
  const start = document.activeElement;
  const look = () => {
    const heading = main?.querySelector<HTMLElement>("h2");
    if (heading) found(heading);
    return !!heading;
  };
  if (!main || look()) return undefined;
  const watch = new MutationObserver(() => {
    const now = document.activeElement;
    if ((now !== start && now !== document.body) || look()) watch.disconnect();
  });
  watch.observe(main, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** A part of the page, at once or when its room has loaded. */
function onceShown(part: string, found: (shown: HTMLElement) => void): (() => void) | undefined {
  const main = document.querySelector("main");
  const look = () => {
    const shown = main?.querySelector<HTMLElement>(part);
    if (shown) found(shown);
    return !!shown;
  };
  if (!main || look()) return undefined;
  const watch = new MutationObserver(() => look() && watch.disconnect());
  watch.observe(main, { childList: true, subtree: true });
  return () => watch.disconnect();
}
