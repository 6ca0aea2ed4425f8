/** A manifest for another origin: where an organisation hosts the built folder. */

/** Where `npm start` serves the add-in; every address in manifest.xml begins with it. */
const DEVELOPMENT_ORIGIN = "https://localhost:3000";

/** An address that no manifest can use. The message names it and says what is wrong, in Chinese. */
class AddressError extends Error {
  constructor(address, reason) {
    super(`地址不可用：“${address}”。${reason}`);
    this.name = "AddressError";
  }
}

/** The address of a folder without the slash at its end, or an AddressError. */
function folderAddress(address) {
  if (!URL.canParse(address)) {
    throw new AddressError(address, "请写完整地址，例如 https://intranet.example/gouji。");
  }
  const url = new URL(address);
  if (url.protocol !== "https:") throw new AddressError(address, "Office 加载项必须用 https 地址。");
  if (url.username || url.password) throw new AddressError(address, "地址中不能有用户名和密码。");
  if (url.search || url.hash) throw new AddressError(address, "请写文件夹的地址，不带“?”和“#”。");
  if (/\.html?$/i.test(url.pathname)) throw new AddressError(address, "请写文件夹的地址，不是某个网页的地址。");
  return url.href.replace(/\/+$/, "");
}

/** The manifest with every address moved from the development server to the folder at `address`. */
function moveManifest(text, address) {
  const target = folderAddress(address).replaceAll("&", "&amp;");
  // A function, because "$" may stand in an address and means something in a replacement text.
  return text.replaceAll(`"${DEVELOPMENT_ORIGIN}/`, () => `"${target}/`);
}

module.exports = { AddressError, DEVELOPMENT_ORIGIN, moveManifest };
