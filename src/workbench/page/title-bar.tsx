import { type ChangeEvent, useRef } from "react";
import { words } from "./words";

interface TitleBarProps {
  fileName: string;
  hasChanges: boolean;
  isPaneShown: boolean;
  /** Whether the add-in has started and answers its commands. */
  isAddInReady: boolean;
  onNew: () => void;
  onOpen: (files: readonly File[]) => void;
  onSave: () => void;
  /** `id` as the manifest names the command. */
  onCommand: (id: string, label: string) => void;
  onTogglePane: () => void;
}

/** File actions on the left, the name in the middle, what the add-in put on the ribbon on the right. */
export function TitleBar(props: TitleBarProps) {
  const picker = useRef<HTMLInputElement>(null);
  const pick = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    // Emptied, so that picking the same file again counts as a change.
    event.target.value = "";
    if (files.length > 0) props.onOpen(files);
  };
  return (
    <header className="title-bar">
      <div className="brand" title={words.about}>
        <img src="assets/icon-32.png" alt="" width="20" height="20" />
        {words.product}
      </div>
      <div role="group" aria-label={words.fileActions}>
        <button type="button" onClick={props.onNew}>
          {words.newWorkbook}
        </button>
        <button type="button" title={words.openTip} onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        <input ref={picker} type="file" accept=".xlsx" hidden onChange={pick} />
        <button type="button" title={words.saveTip} onClick={props.onSave}>
          {words.save}
        </button>
      </div>
      <h1 className="file-name" title={props.fileName}>
        <span>{props.fileName}</span>
        {props.hasChanges && <small>{words.unsaved}</small>}
      </h1>
      <div role="group" aria-label={words.addInCommands}>
        <button
          type="button"
          title={words.validateTip}
          disabled={!props.isAddInReady}
          onClick={() => props.onCommand("validate", words.validate)}
        >
          {words.validate}
        </button>
        <button
          type="button"
          title={words.exportTip}
          disabled={!props.isAddInReady}
          onClick={() => props.onCommand("export", words.export)}
        >
          {words.export}
        </button>
        <button type="button" title={words.showPaneTip} aria-pressed={props.isPaneShown} onClick={props.onTogglePane}>
          {words.showPane}
        </button>
      </div>
    </header>
  );
}
