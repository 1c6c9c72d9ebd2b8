import { useEffect, useRef, useState } from "preact/hooks";
import { useAction, useAnswer } from "../../ipc/answers.ts";
import { asFailure, call } from "../../ipc/call.ts";
import { type LockReason, onNews } from "../../ipc/news.ts";
import { sentence } from "../../ipc/sentence.ts";
import type { Failure, Opened } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Alone } from "../../parts/Card.tsx";
import { clockText } from "../../parts/moment.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useTitle } from "../../parts/place.ts";
import { SecretField, ShowToggle } from "../../parts/SecretField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { AfterCode } from "./AfterCode.tsx";
import { endOfWait, secondsLeft } from "./logic.ts";
import * as words from "./words.ts";

interface LockProps {
  /** Why and when the vault was locked, unless Étrier just started. */
  locked: { reason: LockReason; at: Date; minutes: number | null } | null;
  waitSeconds: number;
  onOpened: (opened: Opened) => void;
  /** Goes to the copies: another computer, a damaged file. */
  onReopen: () => void;
}

export function Lock({ locked, waitSeconds, onOpened, onReopen }: LockProps) {
  const [byCode, setByCode] = useState(false);
  const [choosing, choose] = useState<Opened | null>(null);
  const wait = useWait(waitSeconds);
  // The copy of the lock itself is verified a moment later.
  const status = useAnswer("status", {}, (by) => by === "copy_here").value;
  const copies = status?.copies;
  useTitle(words.title);
  useEffect(() => onNews((news) => news.told === "locked" && choose(null)), []);
  if (choosing) return <AfterCode opened={choosing} onOpened={onOpened} />;
  if (status?.opens_alone) return <Demonstration isLocked={locked !== null} onOpened={onOpened} />;
  return (
    <Alone>
      <h1>{byCode ? words.recoveryCode : words.hello}</h1>
      <p class="soft">{byCode ? words.codeIntro : locked ? lockedSentence(locked) : words.start}</p>
      {byCode ? <ByCode wait={wait} onOpened={choose} /> : <ByPassphrase wait={wait} onOpened={onOpened} />}
      <div class="other-way">
        <button type="button" class="link" onClick={() => setByCode(!byCode)}>
          {byCode ? words.backToPassphrase : words.forgotten}
        </button>
        <button type="button" class="link" onClick={onReopen}>
          {words.reopen}
        </button>
        {copies && <span class="hint">{copies}</span>}
      </div>
    </Alone>
  );
}

/** A demonstration has no passphrase: it opens with the program, and in one press after a lock. */
function Demonstration({ isLocked, onOpened }: { isLocked: boolean; onOpened: (opened: Opened) => void }) {
  const opening = useAction(async () => onOpened(await call("unlock", { passphrase: "" })));
  useEffect(() => {
    if (!isLocked) opening.run();
  }, [isLocked, opening.run]);
  return (
    <Alone>
      <h1>{words.demo}</h1>
      <p class="soft">{words.demoIntro}</p>
      <div class="gap">
        <Button full look="main" disabled={opening.busy} onClick={() => void opening.run()}>
          {opening.busy ? words.openingPaper : words.openDemo}
        </Button>
      </div>
      <Refused failure={opening.failure} />
    </Alone>
  );
}

interface ProblemProps {
  sentence: string;
  onAgain: () => void;
  onReopen: () => void;
}

/** The vault is there and cannot be opened: what to do, and nothing that erases. */
export function Problem({ sentence, onAgain, onReopen }: ProblemProps) {
  useTitle(words.title);
  return (
    <Alone>
      <h1>{words.problem}</h1>
      <div class="small-gap" role="alert">
        <p>
          <b>{sentence}</b>
        </p>
        <p class="small-gap">{words.problemAdvice}</p>
      </div>
      <div class="gap">
        <Button full look="main" onClick={onReopen}>
          {words.reopenCopy}
        </Button>
      </div>
      <div class="small-gap">
        <Button full onClick={onAgain}>
          {words.tryAgain}
        </Button>
      </div>
    </Alone>
  );
}

interface Wait {
  seconds: number;
  /** Asks how long the next try must wait. */
  ask: () => Promise<void>;
}

interface WayProps {
  wait: Wait;
  onOpened: (opened: Opened) => void;
}

function ByPassphrase({ wait, onOpened }: WayProps) {
  const [passphrase, setPassphrase] = useState("");
  const [isShown, show] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opening = useOpening(wait, onOpened, field, words.passphraseMissing);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        opening.open(passphrase, () => call("unlock", { passphrase }));
      }}
    >
      <SecretField
        name="passphrase"
        label={words.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        isShown={isShown}
        autoComplete="current-password"
        error={opening.atField}
        readOnly={opening.busy}
        inputRef={field}
      />
      <ShowToggle isShown={isShown} onInput={show} />
      <OpenButton busy={opening.busy} seconds={wait.seconds} />
      <Refused failure={opening.elsewhere} />
    </form>
  );
}

function ByCode({ wait, onOpened }: WayProps) {
  const [code, setCode] = useState("");
  const { value: status } = useAnswer("status", {});
  const field = useRef<HTMLInputElement>(null);
  const opening = useOpening(wait, onOpened, field, words.codeMissing);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        opening.open(code, () => call("unlock_with_code", { code }));
      }}
    >
      <TextField
        name="code"
        label={words.recoveryCode}
        value={code}
        onInput={setCode}
        width="monospace whole-code"
        error={opening.atField}
        readOnly={opening.busy}
        inputRef={field}
      />
      {status?.fingerprint && (
        <p class="hint small-gap">
          {words.fingerprint} <b class="monospace">{status.fingerprint}</b>
        </p>
      )}
      <OpenButton busy={opening.busy} seconds={wait.seconds} />
      <Refused failure={opening.elsewhere} />
    </form>
  );
}

function OpenButton({ busy, seconds }: { busy: boolean; seconds: number }) {
  return (
    <>
      <Button
        submit
        full
        look="main"
        sign="lock"
        shortcut={words.enterKey}
        disabled={busy || seconds > 0}
        describedBy="wait"
      >
        {busy ? words.openingPaper : words.openPaper}
      </Button>
      <p class="hint small-gap" id="wait" role="timer">
        {seconds > 0 && words.wait(seconds)}
      </p>
    </>
  );
}

/** Opens the vault, or says beside the field why it stays closed. */
function useOpening(
  wait: Wait,
  onOpened: (opened: Opened) => void,
  field: { current: HTMLInputElement | null },
  missing: string,
) {
  const [refused, setRefused] = useState<Failure | null>(null);
  const [isMissing, setMissing] = useState(false);
  const action = useAction(async (way: () => Promise<Opened>) => {
    setRefused(null);
    try {
      onOpened(await way());
    } catch (reason) {
      setRefused(asFailure(reason));
      await wait.ask();
      // Most often one letter is wrong: what is typed is corrected, not typed again.
      field.current?.focus();
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    }
  });
  useEffect(() => field.current?.focus(), [field]);
  const isAtField = refused?.kind === "wrong_secret" || refused?.field !== null;
  return {
    busy: action.busy,
    open: (typed: string, way: () => Promise<Opened>) => {
      const isEmpty = typed.trim() === "";
      setMissing(isEmpty);
      if (isEmpty) field.current?.focus();
      else if (wait.seconds === 0) action.run(way);
    },
    atField: isMissing ? missing : isAtField && refused ? sentence(refused) : null,
    elsewhere: isAtField ? null : refused,
  };
}

function useWait(fromStart: number): Wait {
  const [endsAt, setEnd] = useState(() => endOfWait(fromStart, Date.now()));
  const [seconds, setSeconds] = useState(fromStart);
  useEffect(() => {
    const count = () => setSeconds(secondsLeft(endsAt, Date.now()));
    count();
    if (secondsLeft(endsAt, Date.now()) === 0) return;
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [endsAt]);
  const ask = async () => {
    const status = await call("status", {}).catch(() => null);
    setEnd(endOfWait(status?.wait_seconds ?? 0, Date.now()));
  };
  return { seconds, ask };
}

function lockedSentence({ reason, at, minutes }: NonNullable<LockProps["locked"]>): string {
  const say: (at: string, minutes: number | null) => string = words.locked[reason];
  return say(clockText(at), minutes);
}
