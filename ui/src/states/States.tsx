import type { ComponentChildren, ComponentType } from "preact";
import { useState } from "preact/hooks";
import { Answers } from "../parts/Answers.tsx";
import { Button } from "../parts/Button.tsx";
import { Combobox, type Pick } from "../parts/Combobox.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { DropLine, DropZone } from "../parts/DropZone.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Explain } from "../parts/Explained.tsx";
import { later } from "../parts/Later.tsx";
import { PassphraseFields, useChoosing } from "../parts/NewPassphrase.tsx";
import { Notice, Refused } from "../parts/Notice.tsx";
import { PaperList } from "../parts/PaperList.tsx";
import { Progress } from "../parts/Progress.tsx";
import { type Place, PlaceContext } from "../parts/place.ts";
import { CopiedCode } from "../parts/RecoveryCode.tsx";
import { ReferrerField } from "../parts/ReferrerField.tsx";
import { SecretOrCode } from "../parts/SecretOrCode.tsx";
import { Segmented } from "../parts/Segmented.tsx";
import { Select } from "../parts/Select.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { type Meaning, State } from "../parts/State.tsx";
import { Table } from "../parts/Table.tsx";
import { TextArea } from "../parts/TextArea.tsx";
import { DateField, MoneyField, TextField } from "../parts/TextField.tsx";
import { UndoLine } from "../parts/UndoLine.tsx";
import { Why, Working } from "../parts/Working.tsx";
import * as words from "./words.ts";

const nothing = () => undefined;

/** A screen whose script does not come. */
const Missing = later<ComponentType>(() => Promise.reject()).screen((script) => script);

const nowhere: Place = {
  address: "/dossiers/1/budget",
  go: nothing,
  word: nothing,
  back: nothing,
  kept: nothing,
  keep: nothing,
  say: nothing,
};

export function States() {
  return (
    <PlaceContext.Provider value={nowhere}>
      <main id="page">
        <h1>{words.title}</h1>
        <div class="columns even gap">
          <div class="stack">
            <Buttons />
            <Fields />
            <Fields error />
            <Chosen />
            <Secrets />
          </div>
          <div class="stack">
            <Notices />
            <Part title={words.parts.states}>
              {Object.entries(words.meanings).map(([meaning, said]) => (
                <p key={meaning}>
                  <State meaning={meaning as Meaning}>{said}</State>{" "}
                  <State meaning={meaning as Meaning} tag>
                    {said}
                  </State>
                </p>
              ))}
            </Part>
            <Waits />
            <Part title={words.parts.empty}>
              <Empty title={words.noDossier} text={words.emptyText}>
                <Button look="main" sign="plus">
                  {words.newRequest}
                </Button>
              </Empty>
            </Part>
            <Folded />
            <Wide />
            <Papers />
            <Part title={words.parts.missing}>
              <Missing />
            </Part>
          </div>
        </div>
      </main>
      <UndoLine
        done={{
          turn: 1,
          sentence: words.done,
          takeBack: { label: words.undo, shortcut: words.undoKey, sign: "undo", run: nothing },
        }}
        address=""
        onGone={nothing}
      />
    </PlaceContext.Provider>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <Sheet title={title} note={words.note}>
      <div class="body stack">{children}</div>
    </Sheet>
  );
}

function Buttons() {
  return (
    <Part title={words.parts.buttons}>
      {([undefined, "main", "quiet", "danger"] as const).map((look) => (
        <div class="row" key={look ?? ""}>
          <Button look={look}>{words.save}</Button>
          <Button look={look} sign="print" shortcut={words.enterKey}>
            {words.save}
          </Button>
          <Button look={look} small>
            {words.close}
          </Button>
          <Button look={look} disabled>
            {words.saving}
          </Button>
        </div>
      ))}
      <Button full>{words.long}</Button>
    </Part>
  );
}

function Fields({ error = false }: { error?: boolean }) {
  const [typed, type] = useState({
    name: words.nameSaid,
    amount: words.amountSaid,
    day: words.daySaid,
    story: words.storySaid,
    origin: "",
  });
  const tie = (name: keyof typeof typed, refused: string) => ({
    name,
    value: typed[name],
    error: error ? refused : null,
    onInput: (text: string) => type({ ...typed, [name]: text }),
  });
  return (
    <Part title={error ? words.parts.refusedFields : words.parts.fields}>
      <div class="form">
        <TextField class="half" label={words.name} {...tie("name", words.error)} />
        <MoneyField class="half" label={words.amount} optional {...tie("amount", words.error)} />
        <DateField
          class="half"
          label={words.day}
          hint={words.emptyIsToday}
          placeholder={words.dateForm}
          {...tie("day", words.dayError)}
        />
        <Select
          class="half"
          label={words.originAsked}
          options={words.origins}
          blank={words.chooseKind}
          {...tie("origin", words.dayError)}
        />
        <TextArea label={words.story} {...tie("story", words.error)} />
        <TextField label={words.long} hint={words.long} {...tie("name", words.error)} readOnly />
      </div>
    </Part>
  );
}

function Chosen() {
  const [outcome, choose] = useState("yes");
  const [pick, take] = useState<Pick | null>(words.lines[0] ?? null);
  return (
    <Part title={words.parts.lists}>
      <Segmented
        legend={words.outcome}
        options={words.outcomes}
        value={outcome}
        onInput={choose}
        hint={words.emptyIsToday}
      />
      <Combobox
        name="line"
        label={words.line}
        value={pick}
        filter={(typed) => words.lines.filter(({ label }) => label.startsWith(typed))}
        others={words.lines}
        onPick={take}
        onTaken={nothing}
      />
      <Combobox
        name="refused"
        label={words.long}
        error={words.error}
        value={null}
        filter={() => words.lines}
        others={words.lines}
        onPick={nothing}
        onTaken={nothing}
      />
      <ReferrerField
        known={known}
        label={words.referrer}
        blank={words.nobody}
        name="referrer"
        value=""
        onInput={nothing}
        onLeave={nothing}
      />
    </Part>
  );
}

/** Those who send people, none of whom can be added here. */
const known = {
  options: words.outcomes,
  kinds: words.outcomes,
  adding: { run: async () => undefined, busy: false, failure: null, clear: nothing },
};

function Secrets() {
  const [secret, type] = useState({ passphrase: "", code: "" });
  const [twice, choose] = useState({ passphrase: "", again: "" });
  const weight = { enough: true, strength: 4, text: words.weight };
  const choosing = useChoosing(twice, weight, null);
  const groups = words.code.map((right) => ({ typed: "", right: null, wrong: right }));
  return (
    <Part title={words.parts.secrets}>
      <SecretOrCode value={secret} onInput={type} error={words.wrongPassphrase} hint={words.emptyIsToday} />
      <PassphraseFields
        label={words.passphrase}
        proposed={{ words: words.proposedWords, draw: nothing }}
        choosing={choosing}
        onInput={(typed) => choose({ ...twice, ...typed })}
      />
      <CopiedCode
        prepared={{ recovery_code: words.code, asked: [2, 4] }}
        groups={groups}
        sheet={null}
        refused={(at) => (at === 0 ? words.error : null)}
        onInput={nothing}
        onTyped={nothing}
      />
    </Part>
  );
}

function Notices() {
  return (
    <Part title={words.parts.notices}>
      {(["late", "due", "ok", "info"] as const).map((tone) => (
        <Notice key={tone} tone={tone} title={words.told} actions={<Button small>{words.read}</Button>}>
          {words.long}
        </Notice>
      ))}
      <Refused failure={words.refusal} />
    </Part>
  );
}

function Waits() {
  return (
    <Part title={words.parts.waits}>
      <Progress
        text={words.readingRegister}
        hint={words.stopLeavesAll}
        step={{ done: 40, of: 112 }}
        onStop={nothing}
      />
      <Progress text={words.readingRegister} step={null} onStop={undefined} />
      {[false, true].map((isOver) => {
        const files = { isOver, choose: nothing, failure: null };
        const said = { files, text: words.chooseFiles, over: words.dropStatements, busy: isOver };
        return (
          <div key={`${isOver}`}>
            <DropZone {...said} button={words.chooseFiles} />
            <DropLine {...said} button={words.chooseFiles} />
          </div>
        );
      })}
    </Part>
  );
}

function Folded() {
  const [isShown, show] = useState(false);
  return (
    <Part title={words.parts.folded}>
      <p>
        <Explain of={words.resteAVivre} after={words.long} ask={async () => words.explained} />
      </p>
      <Why figure={words.resteAVivre}>
        <Working caption={words.resteAVivre} lines={words.working1} />
      </Why>
      <Why figure={words.long} isOpen>
        <Working caption={words.long} lines={words.working1} />
      </Why>
      <Answers title={words.survey} answers={words.answers} />
      <p>
        <Button onClick={() => show(true)}>{words.parts.alone}</Button>
      </p>
      {isShown && (
        <Dialog title={words.parts.alone} onClose={() => show(false)}>
          {(close) => (
            <>
              <p>{words.long}</p>
              <Button onClick={close}>{words.close}</Button>
            </>
          )}
        </Dialog>
      )}
    </Part>
  );
}

function Wide() {
  return (
    <Sheet title={words.parts.tables}>
      <Table label={words.wide} heads={words.columns}>
        <tr>
          {words.columns.map((column) => (
            <td key={column} class="num">
              {words.amountSaid}
            </td>
          ))}
        </tr>
      </Table>
    </Sheet>
  );
}

function Papers() {
  const [seen, see] = useState<string | null>("sheet");
  return (
    <PaperList
      title={words.parts.papers}
      note={words.note}
      list={[
        { key: "sheet", title: words.paper, use: words.paperUse },
        { key: "long", title: words.long, use: words.long },
      ]}
      words={{ see: words.see, close: words.close, of: (title) => ` : ${title}` }}
      seen={seen}
      onSee={see}
    />
  );
}
