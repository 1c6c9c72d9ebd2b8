import { useState } from "preact/hooks";
import { useAction } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Form } from "../../ipc/form.ts";
import type { RuleTrial } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { isSame, type RulesForm, ruleOf } from "./logic.ts";
import * as words from "./words.ts";

/** What the rule being typed would change for the dossiers being assessed; nothing is recorded. */
export function Trial({ form }: { form: Form<RulesForm> }) {
  const fields = ruleOf(form.typed);
  const [tried, setTried] = useState<{ fields: typeof fields; trial: RuleTrial } | null>(null);
  const action = useAction(async () => {
    setTried({ fields, trial: await call("try_budget_rule", { fields }) });
  });
  // A trial of another rule than the one typed would mislead.
  const trial = tried && isSame(tried.fields, fields) ? tried.trial : null;
  return (
    <div class="small-gap">
      <Button small onClick={action.run} disabled={action.busy}>
        {words.tryRule}
      </Button>
      <div role="status">
        {trial && (
          <>
            <p class="hint">{trial.sentence}</p>
            <ul class="exceptions">
              {trial.counts.map((count) => (
                <li key={count.label}>
                  <span>{count.label}</span> <b>{count.text}</b>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Refused failure={action.failure} />
    </div>
  );
}
