/** Every word of the host that a person reads; errors that an add-in reads are in `host-error.ts`, in Excel's English. */
export const WORDS = {
  pasteTouchesLockedCells: "目标区域中有受保护的单元格，未作任何更改。",
} as const;
