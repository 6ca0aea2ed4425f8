// npm run shots [-- NAME...]: takes the pictures of docs/pictures, with the same pages and browser as the end-to-end tests.
import { mkdir, writeFile } from "node:fs/promises";
import { loadTypescript } from "./load-typescript.mjs";
import { setStage } from "./stage.cjs";

const folder = new URL("../docs/pictures/", import.meta.url);
const wanted = process.argv.slice(2);

const stage = await setStage();
try {
  const { pictures, take } = await loadTypescript("test/e2e/pictures.ts");
  await mkdir(folder, { recursive: true });
  for (const picture of pictures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const file = new URL(`${picture.name}.png`, folder);
    await writeFile(file, await take(picture));
    console.log(`docs/pictures/${picture.name}.png`);
  }
} finally {
  await stage.close();
}
