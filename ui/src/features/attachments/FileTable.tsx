import type { Attachments } from "../../ipc/types.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useNames } from "../../parts/names.ts";
import { Sheet } from "../../parts/Sheet.tsx";
import { Table } from "../../parts/Table.tsx";
import { calledOf, neighbourOf, placeLabel } from "./logic.ts";
import * as words from "./words.ts";

interface FileTableProps {
  view: Attachments;
  current: number | null;
  onChoose: (id: number) => void;
}

export function FileTable({ view, current, onChoose }: FileTableProps) {
  const { areHidden, of: nameOf } = useNames();
  const files = view.attachments;
  if (files.length === 0) return <Empty title={words.empty} text={words.emptyText} />;
  return (
    <Sheet title={words.title} note={view.sentence}>
      <Table
        label={words.table}
        class="dense files"
        heads={[words.file, words.document, { text: words.size, isOverFigures: true }, words.addedOn]}
      >
        {files.map((file) => (
          <tr key={file.id} class={file.id === current ? "on" : undefined}>
            <th scope="row">
              <button
                type="button"
                class="line"
                aria-current={file.id === current ? "true" : undefined}
                onClick={() => onChoose(file.id)}
                onKeyDown={(event) => {
                  const next = neighbourOf(files, file.id, event.key);
                  if (!next) return;
                  event.preventDefault();
                  onChoose(next.id);
                  const lines = event.currentTarget.closest("tbody")?.querySelectorAll("button");
                  lines?.[next.at]?.focus();
                }}
              >
                {calledOf(file, areHidden)}
              </button>
              <span class="sub">{file.kind_label}</span>
            </th>
            <td class={file.document === "" ? "soft" : undefined}>
              {file.document === ""
                ? words.toBeSpecified
                : placeLabel({ label: file.document_label, part: file.part }, nameOf)}
            </td>
            <td class="num">{file.size_text}</td>
            <td>{file.added_on.text}</td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
