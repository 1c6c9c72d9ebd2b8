import type { ComponentChildren } from "preact";
import { Icon, type Sign } from "./Icon.tsx";

type Tone = "late" | "due" | "ok" | "info";
const signs: Record<Tone, Sign> = { late: "late", due: "due", ok: "check", info: "info" };

interface NoticeProps {
  tone: Tone;
  title?: string | undefined;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={signs[tone]} />
      <div>
        {title && <b>{title}</b>} {children}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

export interface Refusal {
  message: string;
  remedy: string | null;
}

/** What happened, then what to do: for a refusal that belongs to no field. */
export function Refused({ failure, actions }: { failure: Refusal | null; actions?: ComponentChildren }) {
  return (
    <div role="alert">
      {failure && (
        <Notice tone="late" title={failure.message} actions={actions}>
          {failure.remedy}
        </Notice>
      )}
    </div>
  );
}
