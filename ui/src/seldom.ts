// The screens nobody opens every day: they come in a script of their own, after
// the first paint.

import "./styles/everyday.css";

export { BankStatement } from "./features/bank_statement/Screen.tsx";
export { FirstRun } from "./features/first_run/Screen.tsx";
export { Help } from "./features/help/Screen.tsx";
export { Partners } from "./features/partners/Screen.tsx";
export { Refunds } from "./features/refunds/Screen.tsx";
export { Register } from "./features/register/Screen.tsx";
export { Reopen } from "./features/reopen/Screen.tsx";
export { Report } from "./features/report/Screen.tsx";
export { Safety } from "./features/safety/Screen.tsx";
export { Sessions } from "./features/sessions/Screen.tsx";
export { Settings } from "./features/settings/Screen.tsx";
