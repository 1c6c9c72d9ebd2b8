import type { ComponentType } from "preact";
import { useArrival, usePlace, useTitle } from "../../parts/place.ts";
import { DocumentsSection } from "./DocumentsSection.tsx";
import { FollowUpSection } from "./FollowUpSection.tsx";
import { LegalSection } from "./LegalSection.tsx";
import { LendersSection } from "./LendersSection.tsx";
import { LettersSection } from "./LettersSection.tsx";
import { ListsSection } from "./ListsSection.tsx";
import { OfficeSection } from "./OfficeSection.tsx";
import { Picker } from "./Picker.tsx";
import { ProductsSection } from "./ProductsSection.tsx";
import { ResolutionsSection } from "./ResolutionsSection.tsx";
import { RulesSection } from "./RulesSection.tsx";
import { sectionPaths } from "./sections.ts";
import * as words from "./words.ts";

const sections = {
  office: OfficeSection,
  rules: RulesSection,
  lenders: LendersSection,
  products: ProductsSection,
  documents: DocumentsSection,
  lists: ListsSection,
  follow_up: FollowUpSection,
  resolutions: ResolutionsSection,
  letters: LettersSection,
  legal: LegalSection,
} satisfies Record<keyof typeof words.section, ComponentType>;

type SectionKey = keyof typeof sections;

const keys = Object.keys(sections) as SectionKey[];

export function Settings({ title }: { title: string }) {
  const { address, go } = usePlace();
  const shown = keys.find((key) => address.split("/")[2] === sectionPaths[key]) ?? "office";
  useTitle(words.windowTitle);
  useArrival(true);
  const Section = sections[shown];
  return (
    <>
      <div class="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          <p>{words.intro}</p>
        </div>
        <div class="actions">
          <a class="button" href="#/reglages/registre">
            {words.takeRegister}
          </a>
        </div>
      </div>
      <div class="side settings">
        <nav class="sheet" aria-label={words.sections}>
          <Picker
            label={words.sections}
            chosen={shown}
            isArrival
            onChoose={(key) => {
              const section = keys.find((one) => one === key) ?? "office";
              go(`/reglages/${sectionPaths[section]}`);
            }}
            items={keys.map((key) => ({ key, label: words.section[key], note: "" }))}
          />
        </nav>
        <div>
          <Section key={shown} />
        </div>
      </div>
    </>
  );
}
