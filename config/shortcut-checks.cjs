/** Checks of the keyboard shortcuts that the manifest's ExtendedOverrides name, by the rules that Office lays down for them. */
const fs = require("node:fs");
const path = require("node:path");

const MODIFIERS = new Set(["Ctrl", "Alt", "Shift", "Command", "Option"]);
/** Of a browser, which no add-in gets. */
const TAKEN = new Set(["Ctrl+N", "Ctrl+Shift+N", "Ctrl+T", "Ctrl+Shift+T", "Ctrl+W", "Ctrl+Shift+W", "Ctrl+Shift+S"]);
const TOKEN = /^\$\{resource\.(\w+)\}$/;

const repeated = (values) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];

/** Says what is wrong with a combination of keys, if anything. */
function keyProblem(keys) {
  const parts = keys.split("+");
  const key = parts.pop();
  const isForm = /^[A-Z0-9_-]$/.test(key) && parts.length > 0 && parts.every((part) => MODIFIERS.has(part));
  if (!isForm) return `组合键应是修饰键加一个字母或数字：${keys}`;
  if (parts.every((part) => part === "Shift")) return `Shift 不能是唯一的修饰键：${keys}`;
  return TAKEN.has(keys) ? `浏览器不会把这个组合键交给加载项：${keys}` : null;
}

/** The JSON file at an address that ends in its path within the project. */
function read(url, folder) {
  const name = url.slice(url.lastIndexOf("/assets/") + 1);
  const file = path.join(folder, name);
  return { name, content: fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null };
}

/**
 * @param {{ Url: string, ResourcesUrl?: string }} addresses
 * @param {string} folder where `assets/` lies
 * @returns {(string | null)[]} problems
 */
function checkShortcuts({ Url, ResourcesUrl }, folder) {
  const own = read(Url, folder);
  const other = ResourcesUrl ? read(ResourcesUrl, folder) : null;
  const missing = [own, other].filter((file) => file && !file.content).map(({ name }) => `${name} 不存在`);
  if (missing.length > 0) return missing;
  const { actions, shortcuts, resources } = own.content;
  const ids = actions.map(({ id }) => id);
  const words = [resources.default, ...(other ? [other.content] : [])];
  return [
    ...repeated(ids).map((id) => `快捷键的动作重复：${id}`),
    ...repeated(shortcuts.map(({ key }) => key.default)).map((keys) => `组合键重复：${keys}`),
    ...shortcuts.filter(({ action }) => !ids.includes(action)).map(({ action }) => `快捷键的动作不存在：${action}`),
    ...shortcuts.flatMap(({ key }) => Object.values(key).map(keyProblem)),
    ...actions.flatMap(({ id, name }) => {
      const token = TOKEN.exec(name)?.[1];
      if (!token) return [`动作的名称应取自资源：${id}`];
      return words.map((all) => (all[token]?.value ? null : `动作的名称缺少一种语言：${token}`));
    }),
  ];
}

module.exports = { checkShortcuts };
