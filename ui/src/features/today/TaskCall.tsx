// A call made for a task, under its line: the words to say, whether the person was reached, what was said.

import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { Task, Today } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Form, leave } from "../../parts/Form.tsx";
import { Segmented } from "../../parts/Segmented.tsx";
import { TextField } from "../../parts/TextField.tsx";
import * as words from "./words.ts";

interface TaskCallProps {
  dossier: number;
  task: Task;
  onDone: (today: Today) => void;
  onClose: () => void;
}

export function TaskCall({ dossier, task, onDone, onClose }: TaskCallProps) {
  const form = useForm({
    name: "task_call",
    dossier,
    recorded: { outcome: "reached", note: "" },
    send: async (typed) => onDone(await call("note_task_call", { dossier, task: task.key, ...typed })),
    of: { task: task.key },
  });
  const { tie } = form;
  return (
    <Form form={form} entry="note" class="calling" label={words.action.call} onClose={onClose} quick>
      {task.say && <blockquote>{words.calling.quoted(task.say)}</blockquote>}
      <div class="row">
        <Segmented legend={words.calling.outcome} options={words.calling.outcomes} {...tie("outcome")} />
        <TextField class="grow" label={words.calling.said} {...tie("note")} />
        <Button submit small look="main" disabled={form.busy}>
          {form.busy ? words.saving : words.calling.send}
        </Button>
        <Button small look="quiet" onClick={() => leave(form, onClose)}>
          {words.cancel}
        </Button>
      </div>
    </Form>
  );
}
