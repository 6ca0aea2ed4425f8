import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { DocumentArrowUp24Regular } from "@fluentui/react-icons/svg/document-arrow-up";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import type { ImportViewTexts } from "../../locales/import-view";
import type { Given } from "./reading";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px", padding: "8px 16px 16px" },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  drop: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "6px",
    padding: "16px 8px",
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: "center",
  },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  hint: { margin: 0, color: tokens.colorNeutralForeground3 },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  end: { alignSelf: "flex-start" },
});

const ACCEPTED = ".docx,.html,.htm,.txt,.csv";

interface SourceStepProps {
  texts: ImportViewTexts;
  isReading: boolean;
  onGiven: (given: Given) => void;
}

const readFile = async (file: File): Promise<Given> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** Takes a report: a file that is dropped or chosen, or what is pasted, with its tables where it comes from a page or Word. */
export function SourceStep({ texts, isReading, onGiven }: SourceStepProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [text, setText] = useState("");
  const giveFile = (file: File | undefined) => {
    if (file && !isReading) void readFile(file).then(onGiven);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    giveFile(event.dataTransfer.files[0]);
  };
  const onPaste = ({ clipboardData }: ClipboardEvent) => {
    const [file] = clipboardData.files;
    const html = clipboardData.getData("text/html");
    const given = html.includes("<t") ? html : clipboardData.getData("text/plain");
    if (file && given === "") giveFile(file);
    else if (given.trim() !== "" && !isReading) onGiven({ text: given });
  };
  return (
    <div className={styles.root}>
      <p className={styles.intro}>{texts.intro}</p>
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <DocumentArrowUp24Regular aria-hidden />
        {texts.drop}
        <Button size="small" appearance="primary" disabledFocusable={isReading} onClick={() => input.current?.click()}>
          {texts.choose}
        </Button>
        <p className={styles.hint}>{texts.kinds}</p>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={texts.chooseFile}
          onChange={({ target }) => {
            giveFile(target.files?.[0]);
            // the same file may be chosen again after it was changed
            target.value = "";
          }}
        />
      </div>
      <Field label={texts.paste} hint={texts.pasteHint} size="small" className={styles.field}>
        <Textarea
          size="small"
          rows={4}
          value={text}
          onPaste={onPaste}
          onChange={(_event, { value }) => setText(value)}
        />
      </Field>
      <Button
        className={styles.end}
        size="small"
        disabledFocusable={isReading || text.trim() === ""}
        onClick={() => onGiven({ text })}
      >
        {isReading ? texts.reading : texts.read}
      </Button>
    </div>
  );
}
