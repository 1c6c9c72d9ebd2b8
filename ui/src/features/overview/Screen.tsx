// The page a dossier opens on: where it stands, the one thing to do, what lacks; four figures and its story at the side.

import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useExchange, useExchangeKinds } from "../../ipc/exchange.ts";
import { addressOfRoom } from "../../ipc/rooms.ts";
import type { DossierView, Overview as Page } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Menu } from "../../parts/Menu.tsx";
import { kindsOffered, NoteBox } from "../../parts/NoteBox.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { type Names, useNames, withoutName } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Go } from "./Go.tsx";
import { Lacking } from "./Lacking.tsx";
import { signOf } from "./logic.ts";
import * as words from "./words.ts";

export function Overview({ view }: { view: DossierView }) {
  const { value: page, failure } = useAnswer("overview", { dossier: view.id });
  const names = useNames();
  if (!page) return <Refused failure={failure} />;
  return (
    <div class="panes">
      <section aria-label={words.left} data-region>
        <Now view={view} page={page} names={names} />
        <Lacking dossier={view.id} page={page} plain={(text) => withoutName(text, page, names)} />
        <Instalments dossier={view.id} page={page} />
      </section>
      <section aria-label={words.right} data-region>
        <Figures page={page} />
        <Thread dossier={view.id} page={page} names={names} />
      </section>
    </div>
  );
}

interface PartProps {
  page: Page;
  names: Names;
}

/** The steps of its life, the sentence, the one thing to do. */
function Now({ view, page, names }: PartProps & { view: DossierView }) {
  const plain = (text: string) => withoutName(text, page, names);
  return (
    <section class={page.late ? "sheet now late" : "sheet now"} aria-labelledby="where">
      <ol class="track" aria-label={words.steps}>
        {page.steps.map(({ label, state }) => (
          <li
            key={label}
            class={state === "coming" ? "to" : undefined}
            aria-current={state === "current" ? "step" : undefined}
          >
            {state === "done" && <Icon name="check" label={words.stepDone} />}
            {state === "current" && <span class="dot" />}
            {label}
          </li>
        ))}
      </ol>
      <div class="it">
        <h2 class="where" id="where" tabIndex={-1}>
          {plain(page.sentence)}
        </h2>
        {page.more && <p class="soft">{plain(page.more)}</p>}
        <Around view={view} names={names} />
        {view.taken_over && <p class="soft">{view.taken_over}</p>}
        {view.archived && <Archived dossier={view.id} sentence={view.archived} />}
        <div class="row">
          <Go dossier={view.id} way={page.main.way} class="button main big">
            {signOf(page.main.key) && <Icon name={signOf(page.main.key) ?? "arrow"} />}
            <span>{plain(page.main.label)}</span>
          </Go>
          {page.also && (
            <Go dossier={view.id} way={page.also.way} class="button quiet">
              {page.also.label}
            </Go>
          )}
          {page.others.length > 0 && (
            <Menu word={words.others} look="quiet">
              {page.others.map(({ key, label, way }) => (
                <Go key={key} dossier={view.id} way={way} class="button small quiet">
                  {plain(label)}
                </Go>
              ))}
            </Menu>
          )}
        </div>
      </div>
    </section>
  );
}

/** Who protects the person, and their other dossiers. */
function Around({ view, names }: { view: DossierView; names: Names }) {
  const guardians = view.companions.filter(({ role }) => role === "guardian");
  if (guardians.length + view.others.length === 0) return null;
  return (
    <p class="soft">
      {guardians.map(({ id, role_label, name }) => (
        <span key={id}>{words.guardian(role_label, names.of(name))} </span>
      ))}
      {view.others.map(({ dossier, reference, what }) => (
        <span key={dossier}>
          {words.other} <a href={`#${addressOfRoom(dossier, "overview")}`}>{reference}</a> {what}{" "}
        </span>
      ))}
    </p>
  );
}

/** Out of the archives, back in the list and the day. */
function Archived({ dossier, sentence }: { dossier: number; sentence: string }) {
  const taking = useAction(() => call("take_back_retention", { dossier }));
  return (
    <div class="row middle">
      <State meaning="waiting">{sentence}</State>
      <Button look="quiet" small disabled={taking.busy} onClick={() => void taking.run()}>
        {words.takeBack}
      </Button>
      <Refused failure={taking.failure} />
    </div>
  );
}

function Instalments({ dossier, page }: { dossier: number; page: Page }) {
  if (page.strip.length === 0) return null;
  const all = <a href={`#${addressOfRoom(dossier, "loan")}`}>{words.schedule}</a>;
  return (
    <Sheet title={words.instalments} note={page.strip_note} actions={all}>
      <ol class="dues">
        {page.strip.map(({ label, told, state }) => (
          <li key={told} class={`due-${state}`} title={told}>
            <span class="heard">{told}</span> <span aria-hidden="true">{label}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Figures({ page }: { page: Page }) {
  return (
    <section class="sheet" aria-label={words.figures}>
      <dl class="four">
        {page.figures.map(({ label, value, note, late }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={late ? "value late" : "value"}>{value}</dd>
            {note && <dd class="compared">{note}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The last of the story, and the box that adds to it. */
function Thread({ dossier, page, names }: PartProps & { dossier: number }) {
  const plain = (text: string) => withoutName(text, page, names);
  const whole = <a href={`#${addressOfRoom(dossier, "journal")}`}>{words.wholeThread(page.thread_count)}</a>;
  return (
    <Sheet title={words.thread} actions={whole}>
      {page.open && <Note dossier={dossier} />}
      <ol class="thread">
        {page.thread.map(({ day, sentence, detail, key }, at) => (
          <li key={`${day} ${at}`}>
            <span class="day">{day}</span>
            <span>
              {key ? <b>{plain(sentence)}</b> : plain(sentence)}
              {detail && <span class="detail"> {names.areHidden ? "" : plain(detail)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}

function Note({ dossier }: { dossier: number }) {
  const kinds = kindsOffered(useExchangeKinds());
  return <NoteBox form={useExchange(dossier, kinds[0]?.key ?? "")} kinds={kinds} />;
}
