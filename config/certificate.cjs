/**
 * The ecosystem's own development certificate for https://localhost, made without touching any trust store: a browser
 * asks once, and `npx office-addin-dev-certs install` is there for those who want it trusted (desktop Excel needs that).
 */
const fs = require("node:fs");
const path = require("node:path");
const { X509Certificate, createPrivateKey } = require("node:crypto");
const { generateCertificates } = require("office-addin-dev-certs");
const { certificateDirectory } = require("office-addin-dev-certs/lib/defaults");

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the pair serves localhost for at least one more day and the authority beside it has signed it. */
function isUsable({ ca, cert, key }) {
  try {
    const certificate = new X509Certificate(fs.readFileSync(cert));
    return (
      certificate.checkHost("localhost") !== undefined &&
      certificate.checkPrivateKey(createPrivateKey(fs.readFileSync(key))) &&
      certificate.verify(new X509Certificate(fs.readFileSync(ca)).publicKey) &&
      Date.parse(certificate.validTo) > Date.now() + ONE_DAY_MS
    );
  } catch {
    // Missing or damaged files are no certificate; the caller makes a new one.
    return false;
  }
}

/**
 * The certificate in `folder`, by default the one that all Office add-in tools share; made anew when there is no usable one.
 * @returns {Promise<{ cert: Buffer, key: Buffer }>} PEM, as Node's https server takes it
 */
async function certificate(folder = certificateDirectory) {
  const file = (name) => path.join(folder, name);
  const files = { ca: file("ca.crt"), cert: file("localhost.crt"), key: file("localhost.key") };
  if (!isUsable(files)) {
    // The generator leaves existing files alone, expired ones too.
    for (const old of Object.values(files)) fs.rmSync(old, { force: true });
    await generateCertificates(files.ca, files.cert, files.key);
  }
  return { cert: fs.readFileSync(files.cert), key: fs.readFileSync(files.key) };
}

module.exports = { certificate };
