import { Parser } from "htmlparser2";
import { linesOf, type ReportDocument } from "../document";
import { ReportError } from "../error";
import { LIMITS } from "../limits";
import { Flow, OpenTable } from "./flow";
import { CellBudget } from "./spans";

/** Elements whose content nobody reads. */
const UNREAD = new Set(["script", "style", "noscript", "template", "svg", "math", "select", "object", "iframe"]);
/** Elements that begin a new line before and after themselves. */
const LINES = new Set(
  "address article aside blockquote br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody tfoot thead tr ul".split(
    " ",
  ),
);

const TABLE_TAG = /<\/?t[dr](?:\s|>|\/)/i;

/** The number in an attribute however it is quoted, within 1 and the limit. */
function spanOf(attribute: string | undefined, limit: number): number {
  const digits = /\d{1,9}/.exec(attribute ?? "")?.[0];
  return Math.min(Math.max(Number(digits ?? 1), 1), limit);
}

/** Puts lines and tables together from tags as they come. Scripts, links, pictures and event handlers are passed over. */
class PageReader {
  readonly #page = new Flow();
  readonly #tables: OpenTable[] = [];
  readonly #budget = new CellBudget();
  #depth = 0;
  #unread = 0;
  #asIs = 0;
  #title: string | null = null;
  #isTitle = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) throw new ReportError("tooDeep", { depth: this.#depth, limit: LIMITS.depth });
    if (name === "title") this.#isTitle = this.#title === null;
    if (UNREAD.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    if (name === "pre" || name === "textarea") this.#asIs += 1;
    if (name === "table") this.#openTable();
    else if (name === "tr") this.#table().openRow();
    else if (name === "td" || name === "th") {
      const { colspan, rowspan } = attributes;
      this.#table().openCell(spanOf(colspan, LIMITS.columnSpan), spanOf(rowspan, LIMITS.rowSpan));
    } else if (LINES.has(name)) this.#flow().breakLine();
  }

  close(name: string): void {
    this.#depth -= 1;
    if (name === "title") this.#isTitle = false;
    if (UNREAD.has(name)) this.#unread = Math.max(0, this.#unread - 1);
    if (this.#unread > 0) return;
    if (name === "pre" || name === "textarea") this.#asIs = Math.max(0, this.#asIs - 1);
    if (name === "table") this.#closeTable();
    else if (name === "td" || name === "th" || name === "tr") this.#tables.at(-1)?.closeCell();
    else if (LINES.has(name)) this.#flow().breakLine();
  }

  text(text: string): void {
    if (this.#isTitle) this.#title = (this.#title ?? "") + text;
    else if (this.#unread === 0) this.#write(text);
  }

  end(): ReportDocument {
    while (this.#tables.length > 0) this.#closeTable();
    this.#page.breakLine();
    const { blocks } = this.#page;
    const title = this.#title?.trim();
    return title ? { title, blocks } : { blocks };
  }

  #write(text: string): void {
    if (this.#asIs > 0) this.#flow().writeAsIs(text);
    else this.#flow().write(text);
  }

  /** Where text goes: the innermost open cell; what stands between the rows of a table comes before it. */
  #flow(): Flow {
    for (let index = this.#tables.length - 1; index >= 0; index--) {
      const { cell } = this.#tables[index]!;
      if (cell) return cell.flow;
    }
    return this.#page;
  }

  #table(): OpenTable {
    if (this.#tables.length === 0) this.#tables.push(new OpenTable(true));
    return this.#tables.at(-1)!;
  }

  #openTable(): void {
    const last = this.#tables.at(-1);
    if (last?.isImplied && !last.cell) this.#closeTable();
    this.#flow().breakLine();
    this.#tables.push(new OpenTable(false));
    const { length } = this.#tables;
    if (length > LIMITS.tables) throw new ReportError("tooDeep", { tables: length, limit: LIMITS.tables });
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#flow().add(table.close(this.#budget));
  }
}

/** A quoted text of a program, as pages that are built from data carry them: `<td colspan=\"3\">`, `\u003ctd>`. */
function unquote(html: string): string {
  if (!/=\\"|<\\\/t|\\u003c/i.test(html)) return html;
  return html
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(["'/])/g, "$1")
    .replace(/\\[nrt]/g, " ");
}

function parseOnce(html: string): ReportDocument {
  const page = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    onclosetag: (name) => page.close(name),
    ontext: (text) => page.text(text),
  });
  parser.end(html);
  return page.end();
}

/**
 * Reads HTML into lines and tables. Nothing is executed, nothing fetched. HTML that was escaped once more (`&lt;td&gt;`) is
 * read as what it shows.
 * @throws ReportError
 */
export function parseHtml(html: string): ReportDocument {
  let document = parseOnce(unquote(html));
  for (let times = 0; times < LIMITS.unescaping; times++) {
    const shown = linesOf(document).join("\n");
    if (!TABLE_TAG.test(shown)) break;
    const inner = parseOnce(unquote(shown));
    document = document.title === undefined ? inner : { ...inner, title: document.title };
  }
  return document;
}
