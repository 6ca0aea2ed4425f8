/** What has to be read again: everything, the marks, the list of sheets, whole sheets, or single tables. */
export class Dirt {
  all = false;
  /** Which tables carry our flags. */
  marks = false;
  list = false;
  /** Ids of worksheets. */
  readonly sheets = new Set<string>();
  /** Ids of tables, with those of their worksheets. */
  readonly tables = new Map<string, string>();

  /** Takes everything out into a new one. */
  take(): Dirt {
    const taken = new Dirt();
    taken.add(this);
    this.all = false;
    this.marks = false;
    this.list = false;
    this.sheets.clear();
    this.tables.clear();
    return taken;
  }

  add(other: Dirt): void {
    this.all ||= other.all;
    this.marks ||= other.marks;
    this.list ||= other.list;
    for (const id of other.sheets) this.sheets.add(id);
    for (const [id, worksheetId] of other.tables) this.tables.set(id, worksheetId);
  }
}
