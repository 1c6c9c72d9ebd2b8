import { useAnswer } from "../../ipc/answers.ts";
import { useOfficePaper } from "../../ipc/paper_out.ts";
import { Refused } from "../../parts/Notice.tsx";
import { OfficePapers } from "../../parts/OfficePapers.tsx";
import { useArrival, useTitle } from "../../parts/place.ts";
import { Copies } from "./Copies.tsx";
import { Journal } from "./Journal.tsx";
import { PersonFile } from "./PersonFile.tsx";
import { Retention } from "./Retention.tsx";
import { Secrets } from "./Secrets.tsx";
import * as words from "./words.ts";

/** What keeps the office: its secrets, its copies, how long people stay in it, who looked at what. */
export function Safety({ title }: { title: string }) {
  const copies = useAnswer("copies", {});
  useTitle(words.windowTitle);
  useArrival(true);
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{words.intro}</p>
        </div>
      </div>
      <Refused failure={copies.failure} />
      {(copies.value || copies.failure) && (
        <>
          <Secrets copies={copies.value} />
          {copies.value && <Copies view={copies.value} onChanged={copies.set} />}
          <Retention />
          <Journal />
          <PersonFile />
          <OfficePapers words={words.papers} usePaper={useOfficePaper} />
        </>
      )}
    </>
  );
}
