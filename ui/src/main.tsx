import "./styles/window.css";
import { render } from "preact";
import { Boundary } from "./features/defect/Boundary.tsx";
import { watchTyping } from "./parts/keys.ts";
import { App } from "./window/App.tsx";
import { followTheSystem } from "./window/theme.ts";
import { HOME } from "./window/trail.ts";

followTheSystem();
watchTyping();
const place = document.getElementById("window");
if (place) {
  render(
    <Boundary reload={reload}>
      <App />
    </Boundary>,
    place,
  );
}

function reload(where: "here" | "home"): void {
  if (where === "home") history.replaceState(null, "", `#${HOME}`);
  location.reload();
}
