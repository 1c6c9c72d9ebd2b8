// A defect of the page: it says so, says what is safe, and leads back to where
// one was. Whatever was typed and not kept yet is kept first.

import { Component, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { drafts } from "../../ipc/drafts.ts";
import { Button } from "../../parts/Button.tsx";
import { Alone } from "../../parts/Card.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { useTitle } from "../../parts/place.ts";
import * as words from "./words.ts";

interface BoundaryProps {
  /** Draws the page anew where it is, or at its first screen. */
  reload: (where: "here" | "home") => void;
  children: ComponentChildren;
}

/** Stands around the whole page: a render that throws leaves a sentence, an act that throws a notice over the page. */
export class Boundary extends Component<BoundaryProps, { isStopped: boolean }> {
  static override getDerivedStateFromError = () => ({ isStopped: true });

  override componentDidCatch() {
    void drafts.flush();
  }

  override render({ reload, children }: BoundaryProps) {
    if (this.state.isStopped) return <Stopped reload={reload} />;
    return (
      <>
        <FailedAct reload={reload} />
        {children}
      </>
    );
  }
}

type Reload = Pick<BoundaryProps, "reload">;

function Stopped({ reload }: Reload) {
  useTitle(words.stoppedTitle);
  return (
    <Alone>
      <h1>{words.stopped}</h1>
      <div class="small-gap" role="alert">
        <p>{words.stoppedSafe}</p>
        <p class="small-gap">{words.stoppedAdvice}</p>
      </div>
      <div class="gap">
        <Button full look="main" onClick={() => void again(reload, "here")}>
          {words.resume}
        </Button>
      </div>
      <div class="small-gap">
        <Button full onClick={() => void again(reload, "home")}>
          {words.resumeAtHome}
        </Button>
      </div>
    </Alone>
  );
}

/** An error no call words: what was asked may not be done. */
function FailedAct({ reload }: Reload) {
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    // The browser tells some remarks of its own, such as a late ResizeObserver, as errors without one.
    const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
      if (event instanceof ErrorEvent && !event.error) return;
      void drafts.flush();
      fail(true);
    };
    addEventListener("error", hear);
    addEventListener("unhandledrejection", hear);
    return () => {
      removeEventListener("error", hear);
      removeEventListener("unhandledrejection", hear);
    };
  }, []);
  if (!hasFailed) return null;
  return (
    <div class="failed-act" role="alert">
      <Notice
        tone="late"
        title={words.failedAct}
        actions={
          <>
            <Button small look="main" onClick={() => void again(reload, "here")}>
              {words.resume}
            </Button>
            <Button small onClick={() => fail(false)}>
              {words.goOn}
            </Button>
          </>
        }
      >
        {words.failedActAdvice}
      </Notice>
    </div>
  );
}

async function again(reload: Reload["reload"], where: "here" | "home"): Promise<void> {
  await drafts.flush();
  reload(where);
}
