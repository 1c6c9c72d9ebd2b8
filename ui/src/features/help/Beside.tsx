// At the right of the guide: the keys that work everywhere, the words of the page.

import { useAnswer } from "../../ipc/answers.ts";
import type { HelpTopic } from "../../ipc/types.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Blocks, Text } from "./Blocks.tsx";
import * as words from "./words.ts";

const KEYBOARD = "clavier";

export function Beside({ page }: { page: HelpTopic }) {
  return (
    <div class="stack">
      {page.key !== KEYBOARD && <Keys />}
      {page.words.length > 0 && (
        <Sheet title={words.glossary}>
          <dl class="body gloss">
            {page.words.map((word) => (
              <div key={word.key}>
                <dt>
                  <a href={`#/aide/mots/${word.key}`}>{word.title}</a>
                </dt>
                <dd>
                  <Blocks blocks={word.blocks} />
                </dd>
              </div>
            ))}
          </dl>
        </Sheet>
      )}
    </div>
  );
}

/** The first table of the page on the keyboard. */
function Keys() {
  const { value } = useAnswer("help_topic", { topic: KEYBOARD }, () => false);
  const table = value?.sections.flatMap(({ blocks }) => blocks).find(({ is }) => is === "table");
  if (table?.is !== "table") return null;
  return (
    <Sheet title={words.keyboard}>
      <div class="body">
        <dl class="keys">
          {table.rows.map(([key = [], does = []], at) => (
            <div key={at}>
              <dt>
                <Text spans={key} />
              </dt>
              <dd>
                <Text spans={does} />
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={`#/aide/${KEYBOARD}`}>{words.allKeys}</a>
        </p>
      </div>
    </Sheet>
  );
}
