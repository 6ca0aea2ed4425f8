// npm run excel [-- stop]: loads the add-in into desktop Excel, with the development server behind it.
import { spawnSync } from "node:child_process";
import { DEVELOPMENT_ORIGIN } from "./manifest-origin.cjs";

// Fetched when it is wanted: with what it brings it is 590 packages and 450 MB, one of them compiled on the machine, and
// only machines with Excel can use it.
const DEBUGGING = "npx --yes office-addin-debugging@7.0.0";
const PORT = new URL(DEVELOPMENT_ORIGIN).port;
const COMMANDS = {
  start: [
    // Excel loads nothing from a server whose certificate the system does not trust; this asks the person for consent.
    "npx office-addin-dev-certs install",
    `${DEBUGGING} start manifest.xml desktop --app excel --dev-server "npm start -- --no-open" --dev-server-port ${PORT}`,
  ],
  stop: [`${DEBUGGING} stop manifest.xml desktop`],
};

const [action = "start"] = process.argv.slice(2);
const commands = COMMANDS[action];
if (!commands) {
  console.error(`用法：npm run excel，或 npm run excel -- stop。不认识“${action}”。`);
  process.exitCode = 1;
} else if (!["win32", "darwin"].includes(process.platform)) {
  console.error("桌面版 Excel 只有 Windows 和 Mac 版。这台电脑上请用 npm start 打开工作台。");
  process.exitCode = 1;
} else {
  for (const command of commands) {
    const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
    if (status !== 0) {
      console.error(`没有成功：${command}`);
      process.exitCode = status ?? 1;
      break;
    }
  }
}
