import { useAction, useAnswer } from "../../ipc/answers.ts";
import { call } from "../../ipc/call.ts";
import type { Form } from "../../ipc/form.ts";
import type { ProductModel, ProductsView, ProductView } from "../../ipc/types.ts";
import { Button } from "../../parts/Button.tsx";
import { Refused } from "../../parts/Notice.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Select } from "../../parts/Select.tsx";
import { Sheet } from "../../parts/Sheet.tsx";
import { TextArea } from "../../parts/TextArea.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { Checks } from "./Checks.tsx";
import { clausesOf, DatedHistory, DatedSheet, useDated } from "./DatedSheet.tsx";
import { EnvelopeSheet } from "./EnvelopeSheet.tsx";
import { LimitFields } from "./LimitFields.tsx";
import { type ProductForm, productForm, productInput } from "./logic.ts";
import { Picker } from "./Picker.tsx";
import * as words from "./words.ts";

export function ProductsSection() {
  const { value: view, failure, set } = useAnswer("products", {});
  const [chosen, choose] = useOpened<string | null>("product", null);
  if (!view) return <Refused failure={failure} />;
  const product = view.products.find((one) => one.key === chosen) ?? view.products[0];
  return (
    <div class="side">
      <div class="stack">
        <Sheet title={words.products}>
          <Picker
            label={words.products}
            chosen={product?.key ?? ""}
            onChoose={choose}
            items={view.products.map(({ key, label, retired }) => ({
              key,
              label,
              note: retired ? words.retired : "",
            }))}
          />
        </Sheet>
        <EnvelopeSheet />
        <Models
          models={view.models}
          onCopied={(next, model) => {
            set(next);
            choose(model);
          }}
        />
      </div>
      {product && <Product key={product.key} product={product} view={view} onChanged={set} />}
    </div>
  );
}

interface ModelsProps {
  models: readonly ProductModel[];
  onCopied: (view: ProductsView, model: string) => void;
}

function Models({ models, onCopied }: ModelsProps) {
  const copy = useAction(async (model: string) => {
    onCopied(await call("copy_product_model", { model, label: "", from: "", source: "" }), model);
  });
  return (
    <Sheet title={words.models} note={words.modelsNote}>
      <Refused failure={copy.failure} />
      <ul class="versions">
        {models.map((model) => (
          <li key={model.key}>
            <b>{model.label}</b>
            <span class="sub">{model.clauses[0]?.text}</span>
            <button
              type="button"
              class="button quiet small flush"
              aria-label={words.copyOf(model.label)}
              disabled={copy.busy}
              onClick={() => copy.run(model.key)}
            >
              {words.copy}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface ProductProps {
  product: ProductView;
  view: ProductsView;
  onChanged: (view: ProductsView) => void;
}

function Product({ product, view, onChanged }: ProductProps) {
  const dated = useDated(`product ${product.key}`, product.versions);
  const retire = useAction(async () => {
    onChanged(await call("retire_product", { product: product.key, retired: !product.retired }));
  });
  return (
    <div class="stack">
      <DatedSheet
        title={product.label}
        dated={dated}
        actions={
          <Button small onClick={retire.run} disabled={retire.busy}>
            {product.retired ? words.bringBack : words.remove}
          </Button>
        }
        also={retire.failure}
        recorded={productForm}
        send={async (typed) => onChanged(await call("change_product", productInput(product.key, typed)))}
        says={clausesOf(product.label)}
      >
        {(form) => <ProductFields form={form} view={view} />}
      </DatedSheet>
      <DatedHistory title={words.versions} dated={dated} />
    </div>
  );
}

function ProductFields({ form, view }: { form: Form<ProductForm>; view: ProductsView }) {
  return (
    <>
      <TextField label={words.productLabel} {...form.tie("label")} />
      <LimitFields form={form} purposes={view.purposes} />
      <Checks
        legend={words.financed}
        name="purposes"
        options={view.categories}
        chosen={form.typed.purposes}
        error={form.errorOf("purposes")}
        onChange={(purposes) => form.put({ purposes })}
      />
      <div class="form">
        <Select
          label={words.guarantor}
          class="half"
          blank={words.notSaid}
          options={view.guarantors}
          {...form.tie("guarantor")}
        />
        <TextField
          label={words.guarantee}
          class="half"
          optional
          hint={words.percent}
          width="w-short"
          inputMode="numeric"
          {...form.tie("guarantee_percent")}
        />
        <Select label={words.support} class="half" options={view.supports} {...form.tie("support")} />
        <Select
          label={words.followUpPlan}
          class="half"
          optional
          options={view.follow_up_plans}
          blank={words.lightestPlan}
          {...form.tie("follow_up_plan")}
        />
        <TextField
          label={words.rateMax}
          class="half"
          optional
          hint={view.general_rate}
          width="w-short"
          inputMode="decimal"
          {...form.tie("rate_max", "rate")}
        />
        <TextArea label={words.conditions} optional hint={words.conditionsHint} {...form.tie("conditions")} />
      </div>
    </>
  );
}
