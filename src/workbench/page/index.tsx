import { createRoot } from "react-dom/client";
import { Page } from "./page";
import "./page.css";
import { Workbench } from "./workbench";

declare global {
  /** For whoever wants to reach the grid from the browser's console, and for the tests that drive this page. */
  var workbench: Workbench | undefined;
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
globalThis.workbench = new Workbench();
createRoot(root).render(<Page workbench={globalThis.workbench} />);
