import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactNode } from "react";
import { hasFormulas } from "../actions/has-formulas";
import { areaAddress } from "../tables/address";
import { useApp, useAppState } from "./app-context";
import { useLocale } from "./locale-context";
import { useRun, useRunner } from "./runner";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "8px", padding: "8px 12px 0" },
  bar: { alignItems: "start", paddingTop: "6px", paddingBottom: 0 },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: "18px", overflowWrap: "anywhere" },
  // The button to dismiss stands beside this box; the box itself would only take room.
  noActions: { display: "none" },
  button: { marginTop: "6px" },
  line: { display: "block", fontSize: "inherit", lineHeight: "inherit" },
});

interface MessageProps {
  intent: "success" | "info" | "warning" | "error";
  title?: string;
  onDismiss?: () => void;
  children?: ReactNode;
}

function Message({ intent, title, onDismiss, children }: MessageProps) {
  const styles = useStyles();
  const { words } = useLocale();
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline">
      <MessageBarBody className={styles.text}>
        {title && <MessageBarTitle className={styles.line}>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {onDismiss && (
        <MessageBarActions
          className={styles.noActions}
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={words["message.dismiss"]}
              onClick={onDismiss}
            />
          }
        />
      )}
    </MessageBar>
  );
}

/** What went wrong, what was done, and what was not looked at. */
export function Messages() {
  const styles = useStyles();
  const locale = useLocale();
  const app = useApp();
  const { notice, dismissNotice, failure } = useRunner();
  const run = useRun();
  const cutSheets = useAppState((state) => state.cutSheets);
  const isUncalculated = useAppState((state) => state.isManual && hasFormulas(state));
  const isRunning = useAppState(({ running }) => running !== null);
  if (!failure && !notice && !isUncalculated && cutSheets.length === 0) return null;
  const error = failure && locale.describeError(failure.code, failure.details);
  return (
    <div className={styles.root}>
      {error && (
        <Message intent="error" title={error.what} onDismiss={() => app.dismissFailure()}>
          <span className={styles.line}>{error.kept}</span>
          <span className={styles.line}>{error.next}</span>
        </Message>
      )}
      {notice && (
        <Message intent={notice.intent} onDismiss={dismissNotice}>
          {notice.say(locale)}
        </Message>
      )}
      {isUncalculated && (
        <Message intent="warning">
          <span className={styles.line}>{locale.words["limit.manual"]}</span>
          <Button
            className={styles.button}
            size="small"
            disabledFocusable={isRunning}
            onClick={() => void run("recalculate", undefined)}
          >
            {locale.words["limit.calculate"]}
          </Button>
        </Message>
      )}
      {cutSheets.map(({ worksheetId, sheet, area }) => (
        <Message key={worksheetId} intent="warning">
          {locale.words["limit.cutSheet"](sheet, areaAddress(area))}
        </Message>
      ))}
    </div>
  );
}
