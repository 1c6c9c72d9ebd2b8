import "./styles/window.css";
import { render } from "preact";
import { watchTyping } from "./parts/keys.ts";
import { App } from "./window/App.tsx";
import { followTheSystem } from "./window/theme.ts";

followTheSystem();
watchTyping();
const place = document.getElementById("window");
if (place) render(<App />, place);
