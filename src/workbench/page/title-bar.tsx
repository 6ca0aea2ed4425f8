import { words } from "./words";

interface TitleBarProps {
  fileName: string;
  hasChanges: boolean;
  isPaneShown: boolean;
  onNew: () => void;
  onOpen: () => void;
  onSave: () => void;
  /** `id` as the manifest names the command. */
  onCommand: (id: string, label: string) => void;
  onTogglePane: () => void;
}

/** File actions on the left, the name in the middle, what the add-in put on the ribbon on the right. */
export function TitleBar(props: TitleBarProps) {
  const { fileName, hasChanges, isPaneShown, onCommand } = props;
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
        <button type="button" title={words.openTip} onClick={props.onOpen}>
          {words.open}
        </button>
        <button type="button" title={words.saveTip} onClick={props.onSave}>
          {words.save}
        </button>
      </div>
      <h1 className="file-name" title={fileName}>
        <span>{fileName}</span>
        {hasChanges && <small>{words.unsaved}</small>}
      </h1>
      <div role="group" aria-label={words.addInCommands}>
        <button type="button" title={words.validateTip} onClick={() => onCommand("validate", words.validate)}>
          {words.validate}
        </button>
        <button type="button" title={words.exportTip} onClick={() => onCommand("export", words.export)}>
          {words.export}
        </button>
        <button type="button" title={words.showPaneTip} aria-pressed={isPaneShown} onClick={props.onTogglePane}>
          {words.showPane}
        </button>
      </div>
    </header>
  );
}
