import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import { isSpokenOf } from "../../record/explanation";
import type { Standing, StandingState } from "../../record/explanation-book";
import { earlierOf } from "../../record/history";
import type { Subject } from "../../record/subject";
import type { LabelKey } from "../../locales";
import { useAppState } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { EarlierExplanations } from "./earlier-explanations";
import { ExplanationText } from "./explanation-text";
import { rememberedName, type Writer } from "./remembered-name";
import { StateMark } from "./state-mark";

const RemarkForm = lazy(() => import("./remark-form"));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "4px" },
  below: { padding: "0 0 6px 30px" },
  line: { display: "flex", flexWrap: "wrap", columnGap: "12px", alignItems: "center" },
  link: { fontSize: "inherit" },
  unreadable: { color: tokens.colorNeutralForeground3 },
});

type LinkId = "write" | "withdraw" | "object" | "accept";
type LinkText = readonly [id: LinkId, label: LabelKey];

/** What the reporter can do with an explanation in each state; the first link is the one that is wanted. */
const REPORTER: Readonly<Record<StandingState, readonly LinkText[]>> = {
  none: [["write", "explanation.write"]],
  explained: [
    ["write", "explanation.edit"],
    ["withdraw", "explanation.withdraw"],
  ],
  objected: [["write", "explanation.again"]],
  resent: [
    ["write", "explanation.again"],
    ["withdraw", "explanation.withdraw"],
  ],
  lapsed: [
    ["write", "explanation.again"],
    ["withdraw", "explanation.withdraw"],
  ],
  hollow: [
    ["write", "explanation.again"],
    ["withdraw", "explanation.withdraw"],
  ],
};

/** What the supervisor can do, who does not explain what others reported. */
const REVIEWER: Readonly<Record<StandingState, readonly LinkText[]>> = {
  none: [],
  explained: [["object", "explanation.object"]],
  objected: [["accept", "explanation.accept"]],
  resent: [["accept", "explanation.accept"]],
  lapsed: [],
  hollow: [],
};

/** What a supervisor spoke of is not for the reporter to take back. */
function linksOf({ state, last }: Standing, isReviewing: boolean): readonly LinkText[] {
  if (isReviewing) return REVIEWER[state];
  return REPORTER[state].filter(([id]) => id !== "withdraw" || !last || !isSpokenOf(last));
}

interface ExplanationBoxProps {
  subject: Subject;
  /** In a list of explanations it stands by itself, and others that were written before have places of their own. */
  isListed?: boolean;
}

/** Below a warning: what was written about it, and what can be written. */
export default function ExplanationBox({ subject, isListed = false }: ExplanationBoxProps) {
  const styles = useStyles();
  const { words } = useLocale();
  const run = useRun();
  const book = useAppState(({ record }) => record.explanations);
  const isReadable = useAppState(({ record }) => record.problem === null);
  const isReviewing = useAppState((app) => app.isReviewing);
  const standing = book.standing(subject);
  const { state, last } = standing;
  const earlier = earlierOf(standing);
  const [writer, setWriter] = useState<Writer | null>(null);
  const firstLink = useRef<HTMLElement>(null);
  const close = () => {
    setWriter(null);
    // The form had the focus; once it is gone, the link that opened it is there again.
    setTimeout(() => firstLink.current?.focus());
  };
  const save = async (text: string, by: string | null): Promise<boolean> => {
    const saved = await run(writer === "reviewer" ? "objectToExplanation" : "explain", { subject, text, by });
    if (saved) close();
    return saved !== null;
  };
  const act: Readonly<Record<LinkId, () => void>> = {
    write: () => setWriter("reporter"),
    object: () => setWriter("reviewer"),
    withdraw: () => void run("withdrawExplanation", { subject }),
    accept: () => void run("acceptExplanation", { subject, by: rememberedName("reviewer") || null }),
  };
  const links = (): ReactNode =>
    linksOf(standing, isReviewing).map(([id, label], index) => (
      <Link
        key={id}
        ref={index === 0 ? (firstLink as never) : undefined}
        className={styles.link}
        as="button"
        inline
        onClick={act[id]}
      >
        {words[label]}
      </Link>
    ));
  return (
    <div className={mergeClasses(styles.root, !isListed && styles.below)}>
      <div className={styles.line}>
        <StateMark state={state} />
        {isReadable && writer === null && links()}
      </div>
      {last && <ExplanationText explanation={last} state={state} />}
      {writer !== null && (
        <Suspense fallback={null}>
          <RemarkForm
            writer={writer}
            subject={subject}
            initial={initialText(writer, standing)}
            onSave={save}
            onCancel={close}
          />
        </Suspense>
      )}
      {!isListed && earlier.length > 0 && <EarlierExplanations entries={earlier} />}
    </div>
  );
}

/** What is in force or has lapsed is written on from; what was not accepted is answered anew. */
function initialText(writer: Writer, { state, last }: Standing): string {
  return writer === "reporter" && last && state !== "objected" && state !== "resent" ? last.text : "";
}
