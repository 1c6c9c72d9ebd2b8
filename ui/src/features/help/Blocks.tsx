// The blocks of a page of the guide, as they are read.

import type { ComponentChildren } from "preact";
import type { HelpBlock, HelpSpan } from "../../ipc/types.ts";
import { Table } from "../../parts/Table.tsx";

const files: Record<string, string> = import.meta.glob("../../../../assets/help/pictures/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});
/** The pictures of the guide, by the names of their files. */
const pictures = Object.fromEntries(
  Object.entries(files).map(([path, address]) => [path.slice(path.lastIndexOf("/") + 1), address]),
);

export function Blocks({ blocks }: { blocks: readonly HelpBlock[] }) {
  // A page does not change while it is read: the place of a block is its name.
  return (
    <>
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </>
  );
}

function Block({ block }: { block: HelpBlock }) {
  switch (block.is) {
    case "paragraph":
      return (
        <p>
          <Text spans={block.text} />
        </p>
      );
    case "note":
      return (
        <p class="remember">
          <Text spans={block.text} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Text spans={item} />
        </li>
      ));
      return block.is_numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "picture":
      return <img class="shot" src={pictures[`${block.name}.png`]} alt={block.alt} />;
    case "table":
      return (
        <Table
          class=""
          label={block.heads.map((head) => head.map(({ text }) => text).join("")).join(", ")}
          heads={block.heads.map((head) => ({ text: <Text spans={head} /> }))}
        >
          {block.rows.map(([name = [], ...cells], at) => (
            <tr key={at}>
              <th scope="row">
                <Text spans={name} />
              </th>
              {cells.map((cell, at) => (
                <td key={at}>
                  <Text spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </Table>
      );
  }
}

export function Text({ spans }: { spans: readonly HelpSpan[] }) {
  return (
    <>
      {spans.map((span, at) => (
        <Span key={at} span={span} />
      ))}
    </>
  );
}

function Span({ span }: { span: HelpSpan }): ComponentChildren {
  const said = span.look === "key" ? <kbd class="key">{span.text}</kbd> : span.text;
  if (span.to !== null) return <a href={`#${span.to}`}>{said}</a>;
  return span.look === "strong" ? <b>{said}</b> : said;
}
