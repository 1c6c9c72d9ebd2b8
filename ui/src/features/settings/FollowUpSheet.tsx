import { useState } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { type Form, useForm } from "../../ipc/form.ts";
import type { FollowUpVersion, FollowUpView, TaskName } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Fold } from "./Fold.tsx";
import { datedForm, datedInput, type FollowUpForm, followUpDelays, type How, withTask } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import { Clauses, DatingFields, Modify } from "./Versions.tsx";
import * as words from "./words.ts";

/** The delays of the follow-up: when a request is looked at again, when an agreement is to be renewed. */
export function FollowUpSheet() {
  const { value: view, failure, set } = useAnswer("follow_up_rules", {});
  const [opened, open] = useState<How | null>(null);
  const inForce = view?.versions.find((one) => one.version.state === "in_force") ?? view?.versions[0];
  if (!view || !inForce) return <Refused failure={failure} />;
  return (
    <Sheet
      title={words.followUp}
      note={inForce.version.period}
      actions={opened === null && <Modify label={words.modifyDelays} onClick={() => open("change")} />}
    >
      {opened === null ? (
        <Clauses clauses={inForce.clauses} caption={words.followUp} />
      ) : (
        <FollowUpEdit
          rules={inForce}
          tasks={view.tasks}
          arrears={view.arrears}
          onChanged={set}
          onClose={() => open(null)}
        />
      )}
    </Sheet>
  );
}

interface EditProps {
  rules: FollowUpVersion;
  tasks: readonly TaskName[];
  arrears: FollowUpView["arrears"];
  onChanged: (view: FollowUpView) => void;
  onClose: () => void;
}

function FollowUpEdit({ rules, tasks, arrears, onChanged, onClose }: EditProps) {
  const key = `follow up ${rules.version.from.iso}`;
  const form = useForm<FollowUpForm>({
    name: key,
    recorded: datedForm(rules, "change"),
    send: async (typed) => {
      onChanged(await call("set_follow_up_rules", datedInput(typed)));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm form={form} label={words.change} name={words.followUp} onClose={onClose}>
      <DatingFields form={form} version={rules.version} choice />
      <div class="form">
        <TextField
          label={words.firstNextDate}
          class="h"
          hint={words.firstNextDateHint}
          width="w-short"
          inputMode="numeric"
          {...form.tie("first_next_date_days")}
        />
        <TextField
          label={words.renewal}
          class="h"
          hint={words.renewalHint}
          width="w-short"
          inputMode="numeric"
          {...form.tie("renewal_days")}
        />
        {followUpDelays.map((name) => (
          <TextField
            key={name}
            label={words.followUpFields[name].label}
            class="h"
            hint={words.followUpFields[name].hint}
            width="w-short"
            inputMode="numeric"
            {...form.tie(name)}
          />
        ))}
        {arrears.map((setting) => (
          <TextField
            key={setting.key}
            label={setting.label}
            class="h"
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
        <TaskDelays form={form} tasks={tasks} />
      </Fold>
    </OpenedForm>
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
              class="h"
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
              <span class="vh">{words.taskOffOf(label)}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
