import { NotInExcelError } from "./errors";

/**
 * Resolves when Office.js may be used.
 * @throws NotInExcelError
 */
export async function whenReady(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new NotInExcelError(String(host ?? "a browser"));
}
