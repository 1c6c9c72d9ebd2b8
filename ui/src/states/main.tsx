// Every part in each of its states, on one page. It is no part of Étrier: the
// tests of the window build it, show it there and look at it.

import { render } from "preact";
import { States } from "./States.tsx";

render(<States />, document.body);
