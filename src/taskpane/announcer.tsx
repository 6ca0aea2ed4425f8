import { makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useAppState, useRunning } from "./app-context";
import { countsOf } from "./banner";
import { useLocale } from "./locale-context";
import { useRunner } from "./runner";

/** How long the verdict must rest before it is read out, in milliseconds: a person who types is not interrupted. */
export const REST = 1000;

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Tells a screen reader what changed: the verdict once it rests, what runs, what was done, what went wrong. */
export function Announcer() {
  const styles = useStyles();
  const locale = useLocale();
  const isReady = useAppState(({ phase }) => phase === "ready");
  const summary = useAppState((state) => state.summary);
  const comparison = useAppState((state) => state.comparison);
  const running = useRunning();
  const { notice, failure } = useRunner();
  const [rested, setRested] = useState("");

  const said = [locale.verdicts[summary.verdict], ...countsOf({ summary, comparison }, locale)].join(
    locale.id === "zh-CN" ? "，" : ", ",
  );
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => setRested(said), REST);
    return () => clearTimeout(timer);
  }, [isReady, said]);

  const error = failure && locale.describeError(failure.code, failure.details);
  const news = running
    ? locale.words[`running.${running}`]
    : error
      ? [error.what, error.kept, error.next].join("")
      : (notice?.say(locale) ?? "");
  return (
    <div className={styles.hidden}>
      <div role="status">{rested}</div>
      <div role="status">{news}</div>
    </div>
  );
}
