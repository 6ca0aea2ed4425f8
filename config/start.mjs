// npm start [-- --no-open]: the workbench on https://localhost, rebuilt and reloaded whenever a source changes.
import { getCaCertificateStatus } from "office-addin-dev-certs/lib/verify.js";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import configurations from "../webpack.config.js";
import { certificate } from "./certificate.cjs";
import { policyOf } from "./csp.cjs";
import { DEVELOPMENT_ORIGIN } from "./manifest-origin.cjs";

const PREFERRED_PORT = new URL(DEVELOPMENT_ORIGIN).port;

/** The preferred port, or the next free one. */
function freePort() {
  process.env.WEBPACK_DEV_SERVER_BASE_PORT = PREFERRED_PORT;
  return WebpackDevServer.getFreePort("auto", "localhost");
}

/** A desktop to show a browser on. Without one, asking for a browser only makes noise. */
const hasDesktop = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const opensBrowser = hasDesktop && !process.argv.includes("--no-open");

function sayWhere(port) {
  console.log(`\n勾稽工作台：https://localhost:${port}/`);
  if (String(port) !== PREFERRED_PORT) {
    console.log(
      `端口 ${PREFERRED_PORT} 已被占用，改用 ${port}。要在 Excel 中使用，请先运行：npm run manifest -- --url https://localhost:${port}`,
    );
  }
  if (getCaCertificateStatus().status !== "installed") {
    console.log(
      "浏览器会提示证书不受信任：这是本机自制的开发证书，没有装入系统。选择“高级”→“继续前往”即可；" +
        "桌面版 Excel 需要先运行 npx office-addin-dev-certs install。",
    );
  }
  if (!hasDesktop) console.log("这里没有可以打开的浏览器窗口，请在浏览器中打开上面的地址。");
  console.log("按 Ctrl+C 结束。\n");
}

console.log("正在构建工作台，首次约需半分钟……");
const { cert, key } = await certificate();
const port = await freePort();
const compiler = webpack(
  configurations(undefined, { mode: "development" })
    .filter(({ name }) => name !== "cli")
    .map((configuration) => ({ ...configuration, infrastructureLogging: { level: "warn" } })),
);
const server = new WebpackDevServer(
  {
    host: "localhost",
    port,
    server: { type: "https", options: { cert, key } },
    static: false,
    hot: false,
    liveReload: true,
    client: { overlay: false, logging: "warn" },
    headers: ({ url }) => ({ "Content-Security-Policy": policyOf(url.split("?", 1)[0]) }),
    open: opensBrowser,
    setupExitSignals: true,
  },
  compiler,
);
let told = false;
compiler.hooks.done.tap("gouji", (stats) => {
  const time = new Date().toLocaleTimeString("zh-CN");
  console.log(stats.hasErrors() ? `构建失败（${time}），改正后会自动重新构建。` : `构建完成（${time}）。`);
  if (!told) sayWhere(port);
  told = true;
});
await server.start();
