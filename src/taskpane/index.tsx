import { createRoot } from "react-dom/client";
import { createApp } from "../actions/app";
import { bindCommands } from "../actions/commands";
import { failureOf } from "../actions/errors";
import type { AppTexts } from "../actions/texts";
import { loadLocale, pickLocale, zhCN, type Locale } from "../locales";
import { viewNamed } from "./destinations";
import { chosenLocale } from "./locale-context";
import { Pane } from "./pane";
import { choseReviewing } from "./reviewing";
import { StartFailure } from "./start-failure";
import type { OfficeColours } from "./theme";
import { FINDINGS, type View } from "./view";
import { wakeApp } from "./wake-app";
import "./taskpane.css";

let locale: Locale = zhCN;

/** Words for the workbook, in the language that the pane speaks when they are written. */
const texts: AppTexts = {
  get validation() {
    return locale.sheet.validation;
  },
  get report() {
    return locale.sheet.report;
  },
  get stamp() {
    return locale.sheet.stamp;
  },
  fileName: (subject) => locale.sheet.fileName(subject),
};

function readOfficeColours(): OfficeColours | null {
  // Not every Excel tells its theme, whatever the types say.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  return theme ? { background: theme.bodyBackgroundColor, foreground: theme.bodyForegroundColor } : null;
}

/** The view of a command that came before the pane was there. */
let wanted: View | null = null;
let goTo = (view: View): void => {
  wanted = view;
};

function onGoTo(given: (view: View) => void): void {
  goTo = given;
  if (wanted) given(wanted);
  wanted = null;
}

async function start(): Promise<void> {
  const root = createRoot(document.getElementById("root")!);
  try {
    const app = await createApp(texts, { isReviewing: choseReviewing() });
    wakeApp(app);
    locale = await loadLocale(chosenLocale() ?? pickLocale(Office.context.displayLanguage));
    bindCommands(app, {
      findings: () => goTo(FINDINGS),
      insert: () => goTo({ name: "insert" }),
      batch: () => goTo(viewNamed("batch")),
    });
    root.render(
      <Pane
        app={app}
        locale={locale}
        onLocale={(next) => (locale = next)}
        readOfficeColours={readOfficeColours}
        onGoTo={onGoTo}
      />,
    );
  } catch (error) {
    locale = await loadLocale(chosenLocale() ?? pickLocale(navigator.language));
    root.render(<StartFailure failure={failureOf(error, null)} locale={locale} />);
  }
}

void start();
