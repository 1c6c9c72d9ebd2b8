import { useEffect, useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { Refused } from "../../parts/Notice.tsx";
import { usePlace, useTitle } from "../../parts/place.ts";
import { Article } from "./Article.tsx";
import { Beside } from "./Beside.tsx";
import { Contents, Hits } from "./Contents.tsx";
import { pageAt } from "./logic.ts";
import * as words from "./words.ts";

/** What was last looked for: a page opened from its answers keeps them beside. */
let lookedFor = "";

export function Help({ title }: { title: string }) {
  const place = usePlace();
  const { topic, section } = pageAt(place.address);
  const page = useAnswer("help_topic", { topic }, (by) => by === "set_legal_value");
  const [typed, type] = useState(lookedFor);
  lookedFor = typed;
  useTitle(page.value ? words.windowTitle(page.value.title) : words.loadingTitle);
  useEffect(() => {
    // A key without Ctrl is heard where the focus is in the page alone: dictated words press none elsewhere.
    const page = document.getElementById("page");
    const keys = ({ key, target }: KeyboardEvent) => {
      if (key === "?" && !(target instanceof HTMLInputElement)) place.go("/aide/clavier");
    };
    page?.addEventListener("keydown", keys);
    return () => page?.removeEventListener("keydown", keys);
  }, [place]);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>
            {words.intro}
            {words.introKeys.map(({ key, does }) => (
              <span key={key}>
                {" "}
                <kbd class="key">{key}</kbd> {does}
              </span>
            ))}
          </p>
        </div>
        <div class="actions">
          <a class="button" href="#/partenaires">
            {words.talkingPoints}
          </a>
        </div>
      </div>
      <search aria-label={words.search}>
        <div class="field find-line">
          <label for="find-help">{words.search}</label>
          <input
            id="find-help"
            type="search"
            autoComplete="off"
            spellcheck={false}
            aria-describedby="find-help-hint"
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || typed === "") return;
              type("");
              event.preventDefault();
            }}
          />
          <p class="hint" id="find-help-hint">
            {words.searchHint}
          </p>
        </div>
      </search>
      <Refused failure={page.failure} />
      <div class="side guide gap">
        <div class="stack">
          <Hits typed={typed} topic={topic} section={section} />
          <Contents topic={topic} />
        </div>
        {page.value && (
          <div class="columns">
            <Article key={page.value.key} page={page.value} section={section} />
            <Beside page={page.value} />
          </div>
        )}
      </div>
    </>
  );
}
