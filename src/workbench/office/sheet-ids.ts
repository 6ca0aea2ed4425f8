/** Excel's worksheet ids are in braces, which no worksheet's name can be mistaken for. */
export const toWireId = (sheetId: string): string => `{${sheetId}}`;
export const fromWireId = (id: string): string | null => /^\{(.+)\}$/s.exec(id)?.[1] ?? null;
