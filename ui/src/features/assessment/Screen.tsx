import { useRef } from "preact/hooks";
import { useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import { useSavedFields } from "../../ipc/fields.ts";
import type {
  AssessmentField,
  AssessmentFields,
  AssessmentView,
  Check,
  Choices,
  DossierView,
} from "../../ipc/types.ts";
import { Answers } from "../../parts/Answers.tsx";
import { DraftFound } from "../../parts/DraftFound.tsx";
import { useKeys } from "../../parts/keys.ts";
import { type Refusal, Refused } from "../../parts/Notice.tsx";
import { focusField } from "../../parts/place.ts";
import { useUnsaved } from "../../parts/unsaved.ts";
import { Checks } from "./Checks.tsx";
import { Criteria } from "./Criteria.tsx";
import {
  checkAfter,
  criterionOf,
  criterionTexts,
  nextToDo,
  readingOf,
  rowName,
  type Texts,
} from "./logic.ts";
import { Opinion, Registers } from "./Opinion.tsx";
import { WatchPoints } from "./WatchPoints.tsx";
import * as words from "./words.ts";

const never = () => false;

export function Assessment({ view }: { view: DossierView }) {
  const assessment = useAnswer("assessment", { dossier: view.id });
  const choices = useAnswer("choices", {}, never).value;
  if (!assessment.value) return <Refused failure={assessment.failure} />;
  const { value, failure, set } = assessment;
  return (
    <Loaded
      assessment={value}
      answers={view.first_contact.answers}
      choices={choices}
      failure={failure}
      onChanged={set}
    />
  );
}

interface LoadedProps {
  assessment: AssessmentView;
  /** What was answered at the first call. */
  answers: DossierView["first_contact"]["answers"];
  choices: Choices | null;
  failure: Refusal | null;
  onChanged: (view: AssessmentView) => void;
}

function Loaded({ assessment, answers, choices, failure, onChanged }: LoadedProps) {
  const { dossier } = assessment;
  const page = useRef<HTMLDivElement>(null);
  const fields = useSavedFields<AssessmentFields>({
    dossier,
    form: "assessment",
    saved: assessment.fields,
    readings: readingOf,
    save: async (name, value) => {
      const field: AssessmentField = name;
      onChanged(await call("change_assessment", { dossier, field, value }));
    },
  });
  const criteria = useSavedFields<Texts>({
    dossier,
    form: "criterion",
    saved: criterionTexts(assessment.criteria),
    readings: {},
    save: async (name, value) =>
      onChanged(await call("change_criterion", { dossier, ...criterionOf(name), value })),
  });
  useUnsaved(fields.typed);
  useUnsaved(criteria.typed);
  const latest = useRef(assessment);
  latest.current = assessment;
  const assessNext = () => {
    const name = document.activeElement?.getAttribute("name") ?? "";
    const { checks, criteria } = latest.current;
    return focusField(page.current, nextToDo(checks.calling, criteria, name));
  };
  /** What had the focus is gone from its row: it stays on that row, or on the one that came instead, where no key answers. */
  const keepFocus = (check: string, among: readonly Check[]) => {
    requestAnimationFrame(() => {
      const next = checkAfter(among, latest.current.checks.calling, check);
      const rows = [check, ...(next ? [next] : [])].map((key) => `#${CSS.escape(rowName(key))}`);
      for (const place of [...rows, "h2"]) {
        if (document.activeElement !== document.body) return;
        page.current?.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
      }
    });
  };
  useKeys({ F8: assessNext });
  return (
    <div class="columns wide-side" ref={page}>
      <div class="stack">
        <Refused failure={failure} />
        <DraftFound fields={fields} title={words.draftOf} />
        <DraftFound fields={criteria} title={words.draftOf} />
        <Checks
          assessment={assessment}
          onChanged={(view) => {
            latest.current = view;
            onChanged(view);
          }}
          onAnswered={keepFocus}
        />
        <Answers title={words.phoneAnswers} answers={answers} />
        {choices && <Registers assessment={assessment} answers={choices.register_answers} fields={fields} />}
        <Criteria assessment={assessment} findings={choices?.findings ?? []} fields={criteria} />
        <WatchPoints assessment={assessment} onChanged={onChanged} />
      </div>
      <div class="stack stick">
        <Opinion
          assessment={assessment}
          opinions={choices?.opinions ?? []}
          fields={fields}
          onNext={() => void assessNext()}
        />
      </div>
    </div>
  );
}
