// npm run coverage-of-host: prints what the workbench's host has of Excel's object model, from Office.js's own metadata, of what
// the add-in calls, and of what Microsoft's samples call.
import { readFile } from "node:fs/promises";
import { loadTypescript } from "./load-typescript.mjs";

const { hostCoverage, sortByHost } = await loadTypescript("test/workbench/host-coverage.ts");
const { callingFiles, officeCalls } = await loadTypescript("test/workbench/office-calls.ts");
const samples = JSON.parse(
  await readFile(new URL("../test/fixtures/office/sample-calls.json", import.meta.url), "utf8"),
);

const share = (have, all) => `${have} / ${all}`;
const WIDEST = 60;
const short = (names) => {
  const text = names.join(" ");
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
};

console.log("Classes that the host plays: members of the requirement sets that it claims");
const classes = hostCoverage();
console.table(
  Object.fromEntries(
    classes.map(({ className, claimed, missing }) => [
      className,
      { has: share(claimed - missing.length, claimed), missing: short(missing) },
    ]),
  ),
);
const claimed = classes.reduce((sum, one) => sum + one.claimed, 0);
const missing = classes.reduce((sum, one) => sum + one.missing.length, 0);
console.log(`Together: ${share(claimed - missing, claimed)} in ${classes.length} classes\n`);

const calls = officeCalls(callingFiles()).filter((call) => !call.startsWith("RequestContext."));
console.log(`What the add-in calls: ${share(sortByHost(calls).has.length, calls.length)}\n`);

console.log(`What the samples of Script Lab call (${samples.commit.slice(0, 8)})`);
console.table(
  Object.fromEntries(
    Object.entries(samples.calls).map(([group, names]) => {
      const { has, lacks } = sortByHost(names);
      return [group, { has: share(has.length, names.length), lacks: short(lacks) }];
    }),
  ),
);
