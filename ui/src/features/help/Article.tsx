// One page of the guide; a section asked for is opened and read first.

import { useLayoutEffect } from "preact/hooks";
import type { HelpSection, HelpTopic } from "../../ipc/types.ts";
import { useArrival } from "../../parts/place.ts";
import { Summary } from "../../parts/Summary.tsx";
import { Blocks } from "./Blocks.tsx";
import * as words from "./words.ts";

export function Article({ page, section }: { page: HelpTopic; section: string }) {
  useArrival(true);
  useLayoutEffect(() => {
    if (section === "") return;
    const asked = document.getElementById(`aide-${section}`);
    asked?.focus();
    asked?.scrollIntoView({ block: "start" });
  }, [section]);
  const [opening, ...rest] = page.sections;
  return (
    <article class="sheet" aria-labelledby="aide-page">
      <header>
        <h2 id="aide-page" tabIndex={-1} data-arrival>
          {page.title}
        </h2>
      </header>
      <div class="body read">
        {opening && <Blocks blocks={opening.blocks} />}
        {rest.map((one) =>
          page.is_folded ? (
            <Folded key={one.key} one={one} isOpen={one.key === section} />
          ) : (
            <section key={one.key}>
              <h3 id={`aide-${one.key}`} tabIndex={-1}>
                {one.title}
              </h3>
              <Blocks blocks={one.blocks} />
            </section>
          ),
        )}
        {page.law.length > 0 && <Law page={page} />}
      </div>
    </article>
  );
}

function Folded({ one, isOpen }: { one: HelpSection; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <Summary id={`aide-${one.key}`}>{one.title}</Summary>
      <Blocks blocks={one.blocks} />
    </details>
  );
}

/** The values of the law the page names, as they are today, each with its source. */
function Law({ page }: { page: HelpTopic }) {
  return (
    <section class="law">
      <h3>{words.law}</h3>
      <p class="rule-source">{words.lawNote}</p>
      <dl>
        {page.law.map(({ key, label, current }) => (
          <div key={key}>
            <dt>{label}</dt>
            {current && (
              <dd>
                <b>{current.text}</b>
                {current.period && `, ${current.period}`}
                <span class="rule-source block">
                  {current.source}
                  {current.weak && ` (${words.toCheck})`}
                </span>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p>
        <a href="#/reglages/legales">{words.lawSettings}</a>
      </p>
    </section>
  );
}
