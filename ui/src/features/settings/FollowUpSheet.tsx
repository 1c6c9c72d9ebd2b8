import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Form } from "../../ipc/form.ts";
import type { FollowUpFields, TaskName } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { clausesOf, DatedSheet, useDated } from "./DatedSheet.tsx";
import { Fold } from "./Fold.tsx";
import { datedForm, datedInput, type FollowUpForm, followUpDelays, withTask } from "./logic.ts";
import * as words from "./words.ts";

/** The delays of the follow-up: when a request is looked at again, when an agreement is to be renewed. */
export function FollowUpSheet() {
  const { value: view, failure, set } = useAnswer("follow_up_rules", {});
  const dated = useDated("follow up", view?.versions);
  if (!view) return <Refused failure={failure} />;
  return (
    <DatedSheet
      title={words.followUp}
      modify={words.modifyDelays}
      dated={dated}
      formName={words.followUp}
      recorded={datedForm<FollowUpFields>}
      send={async (typed) => set(await call("set_follow_up_rules", datedInput(typed)))}
      says={clausesOf(words.followUp)}
    >
      {(form) => (
        <>
          <div class="form">
            <TextField
              label={words.firstNextDate}
              class="half"
              hint={words.firstNextDateHint}
              width="w-short"
              inputMode="numeric"
              {...form.tie("first_next_date_days")}
            />
            <TextField
              label={words.renewal}
              class="half"
              hint={words.renewalHint}
              width="w-short"
              inputMode="numeric"
              {...form.tie("renewal_days")}
            />
            {followUpDelays.map((name) => (
              <TextField
                key={name}
                label={words.followUpFields[name].label}
                class="half"
                hint={words.followUpFields[name].hint}
                width="w-short"
                inputMode="numeric"
                {...form.tie(name)}
              />
            ))}
            {view.arrears.map((setting) => (
              <TextField
                key={setting.key}
                label={setting.label}
                class="half"
                hint={words.startsWith(setting.starts_with)}
                width="w-short"
                inputMode="numeric"
                name={`arrears.${setting.key}`}
                value={form.typed.arrears[setting.key] ?? ""}
                error={form.errorOf(`arrears.${setting.key}`)}
                onInput={(text) => form.put({ arrears: { ...form.typed.arrears, [setting.key]: text } })}
              />
            ))}
          </div>
          <Fold summary={words.taskDelays} isStated={false}>
            <TaskDelays form={form} tasks={view.tasks} />
          </Fold>
        </>
      )}
    </DatedSheet>
  );
}

/** The delay of each task, and whether the office does without it. */
function TaskDelays({ form, tasks }: { form: Form<FollowUpForm>; tasks: readonly TaskName[] }) {
  return (
    <ul class="task-delays">
      {tasks.map(({ key, label, delay }) => {
        const own = form.typed.tasks.find((one) => one.key === key) ?? { key, days: "", off: false };
        const put = (change: { days?: string; off?: boolean }) =>
          form.put({ tasks: withTask(form.typed.tasks, { ...own, ...change }) });
        return (
          <li key={key}>
            <TextField
              label={label}
              class="half"
              hint={delay}
              width="w-short"
              inputMode="numeric"
              name={`task_${key}`}
              value={own.days}
              readOnly={own.off}
              error={form.errorOf(`task_${key}`)}
              onInput={(days) => put({ days })}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={own.off}
                onChange={(event) => put({ off: event.currentTarget.checked })}
              />
              {words.taskOff}
              <span class="heard">{words.taskOffOf(label)}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
