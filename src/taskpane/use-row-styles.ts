import { createCustomFocusIndicatorStyle, makeStyles, tokens } from "@fluentui/react-components";
import { ROW_COLOURS } from "./theme";

/** A button as wide as the pane that looks like a row of a list. */
export const useRowStyles = makeStyles({
  button: {
    width: "100%",
    padding: "5px 6px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: ROW_COLOURS.hover },
    ":active": { backgroundColor: ROW_COLOURS.pressed },
    ...createCustomFocusIndicatorStyle({ outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }),
  },
});
