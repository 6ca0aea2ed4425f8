import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { MoreHorizontal16Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { DESTINATION_IDS, DESTINATIONS } from "./destinations";
import { useWords } from "./locale-context";
import { moveFocus } from "./move-focus";
import { useRowStyles } from "./use-row-styles";
import { useGoToView } from "./view";

const useStyles = makeStyles({
  button: { flexShrink: 0, minWidth: "24px", padding: "0 4px" },
  menu: {
    position: "absolute",
    top: "calc(100% - 4px)",
    right: "12px",
    zIndex: 1,
    boxSizing: "border-box",
    maxWidth: "calc(100% - 24px)",
    maxHeight: "calc(100vh - 120px)",
    overflowY: "auto",
    margin: 0,
    padding: "4px",
    listStyleType: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  item: { display: "grid", gridTemplateColumns: "16px 1fr", columnGap: "8px", alignItems: "center", minWidth: "160px" },
});

/** Closes the menu when the person turns to something else, in the pane or in the sheet. */
function useCloseOutside(isOpen: boolean, root: RefObject<HTMLElement>, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = ({ target }: PointerEvent) => {
      if (!root.current?.contains(target as Node)) close();
    };
    document.addEventListener("pointerdown", onPointer);
    window.addEventListener("blur", close);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      window.removeEventListener("blur", close);
    };
  }, [isOpen, root, close]);
}

/** The way to every further view. Fluent's own menu would bring a fifth of what the pane may load at first. */
export function MoreMenu({ buttonRef }: { buttonRef: RefObject<HTMLButtonElement> }) {
  const styles = useStyles();
  const row = useRowStyles();
  const words = useWords();
  const goTo = useGoToView();
  const menuId = useId();
  const root = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  useCloseOutside(isOpen, root, close);
  useEffect(() => {
    if (isOpen) root.current?.querySelector<HTMLElement>("[data-stop]")?.focus();
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" || event.key === "Tab") {
      close();
      buttonRef.current?.focus();
    }
    if (event.key === "Escape") event.preventDefault();
    moveFocus(event);
  };
  return (
    <nav ref={root} aria-label={words["more.label"]}>
      <Button
        ref={buttonRef}
        className={styles.button}
        size="small"
        icon={<MoreHorizontal16Regular />}
        title={words["more.label"]}
        aria-label={words["more.label"]}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <ul id={menuId} role="menu" className={styles.menu} aria-label={words["more.label"]} onKeyDown={onKeyDown}>
          {DESTINATION_IDS.map((id) => {
            const { icon: Icon, title } = DESTINATIONS[id];
            const go = () => {
              close();
              goTo({ name: id });
            };
            return (
              <li key={id} role="none">
                <button
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={mergeClasses(row.button, styles.item)}
                  data-stop
                  onClick={go}
                >
                  <Icon />
                  {words[title]}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </nav>
  );
}
