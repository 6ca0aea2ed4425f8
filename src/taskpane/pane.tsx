import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { App } from "../actions/action";
import type { Locale } from "../locales";
import { Announcer } from "./announcer";
import { AppContext, useAppState } from "./app-context";
import { Banner } from "./banner";
import { Commands } from "./commands";
import { DESTINATIONS } from "./destinations";
import { Empty } from "./empty";
import { ErrorBoundary } from "./error-boundary";
import { rememberGuided, wasGuided } from "./first-run/guide-memory";
import { LocaleProvider, useLocale } from "./locale-context";
import { Messages } from "./messages";
import { RunnerProvider, useRunner } from "./runner";
import { Skeleton } from "./skeleton";
import { TableList } from "./table-list";
import { themeOf, type OfficeColours } from "./theme";
import { Tools } from "./tools";
import { useEscape } from "./use-escape";
import { useLook } from "./use-look";
import { useNativeTab } from "./use-native-tab";
import { useStrayDrop } from "./use-stray-drop";
import { FINDINGS, useGoToView, ViewContext, type View } from "./view";

const Guide = lazy(() => import("./first-run/guide"));
const LastYearNotice = lazy(() => import("./last-year/last-year-notice"));
const InsertForm = lazy(() => import("./insert/insert-form"));
const SealNotice = lazy(() => import("./record/seal-notice"));
const QuestionDialog = lazy(() => import("./question-dialog"));

const useStyles = makeStyles({
  provider: { height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  root: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    textWrap: "pretty",
    textSpacingTrim: "trim-start",
    color: tokens.colorNeutralForeground1,
  },
  main: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
});

function Content({ view }: { view: View }) {
  const goTo = useGoToView();
  const isStarting = useAppState(({ phase }) => phase === "starting");
  const isEmpty = useAppState(({ tables }) => tables.length === 0);
  const [isGuiding, setGuiding] = useState(() => !wasGuided());
  const guide = (isWanted: boolean) => {
    setGuiding(isWanted);
    rememberGuided(!isWanted);
  };
  const hasNotice = useAppState(
    ({ record }) => record.seal !== null || record.problem !== null || record.lost.length > 0,
  );
  const comparison = useAppState((state) => state.comparison);
  if (view.name === "insert") return <InsertForm wanted={view.wanted} onDone={() => goTo(FINDINGS)} />;
  if (view.name !== "findings") {
    const { View } = DESTINATIONS[view.name];
    return <View rule={view.rule} onBack={() => goTo(FINDINGS)} />;
  }
  if (isStarting) return <Skeleton />;
  return (
    <>
      {hasNotice && <SealNotice />}
      {comparison && <LastYearNotice comparison={comparison} />}
      {isGuiding && <Guide onDismiss={() => guide(false)} />}
      {isEmpty ? <Empty isGuided={isGuiding} onInsert={() => goTo({ name: "insert" })} /> : <TableList />}
      <Tools onGuide={() => guide(true)} />
    </>
  );
}

/** Views that are about other files than the open workbook. */
const ASIDE: ReadonlySet<View["name"]> = new Set<View["name"]>(["batch", "import"]);

/** The verdict and the commands stay in place; what is below scrolls. */
function Frame({ onGoTo }: Pick<PaneProps, "onGoTo">) {
  const styles = useStyles();
  const { question } = useRunner();
  const [view, setView] = useState(FINDINGS);
  // From the first question on, the dialog stays.
  const [isAsking, setAsking] = useState(false);
  if (question && !isAsking) setAsking(true);
  useEscape(null);
  useNativeTab();
  useStrayDrop();
  const insertButton = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  const goTo = useCallback(
    (next: View) => {
      setView(next);
      // What had the focus is gone with its view; what led there has stayed.
      if (next.name === "findings" && view.name !== "findings")
        (view.name === "insert" ? insertButton : moreButton).current?.focus();
    },
    [view],
  );
  useEffect(() => {
    onGoTo(goTo);
  }, [onGoTo, goTo]);
  return (
    <ViewContext.Provider value={goTo}>
      <div className={styles.root}>
        <Banner isAside={ASIDE.has(view.name)} />
        <Commands onInsert={() => goTo({ name: "insert" })} insertRef={insertButton} moreRef={moreButton} />
        <Announcer />
        <main className={styles.main}>
          <Messages />
          <Suspense fallback={<Spinner size="small" />}>
            <Content view={view} />
          </Suspense>
          <Suspense fallback={null}>
            {isAsking && <QuestionDialog question={question} onInserted={() => goTo(FINDINGS)} />}
          </Suspense>
        </main>
      </div>
    </ViewContext.Provider>
  );
}

function Themed({ readOfficeColours, onGoTo }: Pick<PaneProps, "readOfficeColours" | "onGoTo">) {
  const styles = useStyles();
  const locale = useLocale();
  const look = useLook(readOfficeColours);
  return (
    <FluentProvider className={styles.provider} theme={themeOf(look, locale.id)}>
      <ErrorBoundary locale={locale}>
        <RunnerProvider>
          <Frame onGoTo={onGoTo} />
        </RunnerProvider>
      </ErrorBoundary>
    </FluentProvider>
  );
}

export interface PaneProps {
  app: App;
  locale: Locale;
  onLocale: (locale: Locale) => void;
  /** Null where Office does not tell. */
  readOfficeColours: () => OfficeColours | null;
  /** Gets the function that goes to a view, for the ribbon. */
  onGoTo: (goTo: (view: View) => void) => void;
}

/** The whole task pane over a running add-in. */
export function Pane({ app, locale, onLocale, readOfficeColours, onGoTo }: PaneProps) {
  return (
    <AppContext.Provider value={app}>
      <LocaleProvider initial={locale} onChange={onLocale}>
        <Themed readOfficeColours={readOfficeColours} onGoTo={onGoTo} />
      </LocaleProvider>
    </AppContext.Provider>
  );
}
