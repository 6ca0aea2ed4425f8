/** Serves a built folder over https on loopback, with the policies that the pages carry sent as headers too. */
const fs = require("node:fs");
const https = require("node:https");
const path = require("node:path");
const { policyOf } = require("./csp.cjs");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The file that a request path means, or null when it lies outside of the folder or is not there. */
function fileOf(folder, requestPath) {
  const wanted = decodeURIComponent(requestPath).replace(/\/$/, "/index.html");
  const file = path.join(folder, wanted);
  const inside = file.startsWith(folder + path.sep);
  return inside && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {{ folder: string, certificate: { cert: Buffer, key: Buffer } }} options
 * @returns {Promise<{ origin: string, close(): Promise<void> }>} origin with the free port that was found
 */
async function serve({ folder, certificate }) {
  const server = https.createServer(certificate, (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const file = fileOf(path.resolve(folder), pathname);
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" }).end(`No such file: ${pathname}`);
      return;
    }
    response.writeHead(200, {
      "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "content-security-policy": policyOf(pathname),
    });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    // The name counts: Office.js trusts a host page only when its hostname equals the pane's.
    origin: `https://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

module.exports = { serve };
