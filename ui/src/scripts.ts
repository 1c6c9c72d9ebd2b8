// What is not needed to unlock comes in scripts of their own, after the first paint.

import { later } from "./parts/Later.tsx";

/** The window once the office is open, with the screens of every day. */
export const everyday = later(() => import("./window/Window.tsx"));

/** The screens nobody opens every day. */
export const seldom = later(() => import("./seldom.ts"));
