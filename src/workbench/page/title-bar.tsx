import type { Ribbon, RibbonButton } from "./ribbon";
import { words } from "./words";

interface TitleBarProps {
  fileName: string;
  hasChanges: boolean;
  ribbon: Ribbon | null;
  onNew: () => void;
  onOpen: () => void;
  onSave: () => void;
  onPress: (button: RibbonButton) => void;
}

/** File actions on the left, the name in the middle, what the add-in put on the ribbon on the right. */
export function TitleBar(props: TitleBarProps) {
  const { fileName, hasChanges, ribbon, onPress } = props;
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
      {ribbon && (
        <div role="group" className="ribbon" aria-label={words.addInCommands(ribbon.label)}>
          {ribbon.buttons.map((button) => (
            <button key={button.id} type="button" title={button.tip} onClick={() => onPress(button)}>
              <img src={button.icon} alt="" width="16" height="16" />
              <span>{button.label}</span>
            </button>
          ))}
        </div>
      )}
    </header>
  );
}
