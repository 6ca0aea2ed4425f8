// npm run shots [-- NAME...]: takes the pictures of docs/pictures, with the same pages and browser as the end-to-end tests.
// Those of the workbench go to docs/pictures, those of the pane's states, in every theme and language, to docs/pictures/states.
import { mkdir, writeFile } from "node:fs/promises";
import { compactPng } from "./compact-png.mjs";
import { loadTypescript } from "./load-typescript.mjs";
import { setStage } from "./stage.cjs";

const folder = new URL("../docs/pictures/", import.meta.url);
const wanted = process.argv.slice(2);
const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name);

async function save(name, png) {
  const file = new URL(`${name}.png`, folder);
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, compactPng(png));
  console.log(`docs/pictures/${name}.png`);
}

const stage = await setStage();
try {
  const { pictures, take } = await loadTypescript("test/e2e/pictures.ts");
  for (const picture of pictures.filter(isWanted)) await save(picture.name, await take(picture));
  const { statePictures, openStage, takeState } = await loadTypescript("test/e2e/state-pictures.ts");
  const pane = await openStage();
  for (const picture of statePictures.filter(isWanted))
    await save(`states/${picture.name}`, await takeState(pane, picture));
  await pane.close();
} finally {
  await stage.close();
}
