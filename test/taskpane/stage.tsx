import { createRoot } from "react-dom/client";
import { loadLocale, type LocaleId } from "../../src/locales";
import { rememberGuided } from "../../src/taskpane/first-run/guide-memory";
import { Pane } from "../../src/taskpane/pane";
import "../../src/taskpane/taskpane.css";
import type { View } from "../../src/taskpane/view";
import type { OfficeColours } from "../../src/taskpane/theme";
import type { MemoryApp } from "./memory-app";
import { STATES } from "./states";

/** Colours as Office tells them in each of its kinds of theme. */
const OFFICE: Readonly<Record<string, OfficeColours>> = {
  light: { background: "#FFFFFF", foreground: "#000000" },
  dark: { background: "#262626", foreground: "#FFFFFF" },
  highContrast: { background: "#000000", foreground: "#FFFFFF" },
};

declare global {
  var app: MemoryApp;
  /** As the ribbon leads to a view. */
  var goTo: (view: View) => void;
}

/** The pane alone in a browser, in the state, theme and language that the address asks for: ?state=findings&theme=dark&locale=en-US, with &guide for a first time. */
async function show(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const office = OFFICE[asked.get("theme")!]!;
  rememberGuided(!asked.has("guide"));
  globalThis.app = STATES[asked.get("state")!]!();
  createRoot(document.getElementById("root")!).render(
    <Pane
      app={globalThis.app}
      locale={await loadLocale(asked.get("locale") as LocaleId)}
      onLocale={() => {}}
      readOfficeColours={() => office}
      onGoTo={(goTo) => {
        globalThis.goTo = goTo;
      }}
    />,
  );
}

void show();
