import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useForm } from "../../ipc/form.ts";
import type { LegalTopicView, LegalValueView, LegalView } from "../../ipc/types.ts";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { State } from "../../parts/State.tsx";
import { Summary } from "../../parts/Summary.tsx";
import { Table } from "../../parts/Table.tsx";
import { DateField, TextField } from "../../parts/TextField.tsx";
import { type LegalForm, legalForm } from "./logic.ts";
import { OpenedForm } from "./OpenedForm.tsx";
import * as words from "./words.ts";

export function LegalSection() {
  const { value: view, failure, set } = useAnswer("legal_values", {});
  const [opened, open] = useOpened<string | null>("legal", null);
  if (!view) return <Refused failure={failure} />;
  return (
    <Sheet title={words.section.legal} note={words.legalNote}>
      <Table
        class=""
        label={words.section.legal}
        heads={[words.topic, words.value, words.source, { text: words.modify, isHeard: true }]}
      >
        {view.topics.map((topic) =>
          opened === topic.key ? (
            <tr class="edit" key={topic.key}>
              <td colSpan={4}>
                <NewValue topic={topic} onChanged={set} onClose={() => open(null)} />
              </td>
            </tr>
          ) : (
            <Topic key={topic.key} topic={topic} onOpen={() => open(topic.key)} />
          ),
        )}
      </Table>
    </Sheet>
  );
}

function Topic({ topic, onOpen }: { topic: LegalTopicView; onOpen: () => void }) {
  const { current, others } = topic;
  return (
    <tr>
      <th scope="row">
        {topic.label}
        {topic.help && <span class="sub">{topic.help}</span>}
      </th>
      <td>{current ? <Value value={current} /> : <span class="soft">{words.noValue}</span>}</td>
      <td>
        {current?.source}
        {others.length > 0 && (
          <details class="more">
            <Summary>{words.others(others.length)}</Summary>
            {others.map((value) => (
              <p key={`${value.period} ${value.text}`} class="sub">
                {value.text} {value.period} — {value.source}
              </p>
            ))}
          </details>
        )}
      </td>
      <td class="num">
        <button
          type="button"
          class="button quiet small"
          aria-label={words.setValueOf(topic.label)}
          onClick={onOpen}
        >
          {words.setValue}
        </button>
      </td>
    </tr>
  );
}

function Value({ value }: { value: LegalValueView }) {
  return (
    <>
      <b>{value.text}</b>
      {value.period && <span class="sub">{value.period}</span>}
      {value.weak && (
        <span class="sub">
          <State meaning="due">{words.toVerify}</State> {value.note}
        </span>
      )}
    </>
  );
}

interface NewValueProps {
  topic: LegalTopicView;
  onChanged: (view: LegalView) => void;
  onClose: () => void;
}

function NewValue({ topic, onChanged, onClose }: NewValueProps) {
  const form = useForm<LegalForm>({
    name: `legal:${topic.key}`,
    recorded: legalForm(topic),
    send: async (typed) => {
      onChanged(await call("set_legal_value", typed));
      onClose();
      return words.saved;
    },
  });
  return (
    <OpenedForm
      form={form}
      label={words.save}
      look="stack"
      name={words.setValueOf(topic.label)}
      onClose={onClose}
    >
      <b class="block">{topic.label}</b>
      <div class="row top">
        <TextField label={words.value} hint={topic.unit} width="w-tel" {...form.tie("value")} />
        <DateField label={words.fromDay} {...form.tie("from", "date")} />
        <DateField label={words.until} optional hint={words.untilHint} {...form.tie("until", "next_date")} />
        <TextField label={words.source} required class="grow" {...form.tie("source")} />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={form.typed.weak}
          onChange={(event) => form.put({ weak: event.currentTarget.checked })}
        />
        {words.verifyIt}
      </label>
    </OpenedForm>
  );
}
