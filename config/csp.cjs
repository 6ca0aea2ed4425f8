/**
 * What the two pages may load and talk to. The policy stands in each page as a meta element, so that it holds on any
 * static server; servers of ours send it as a header too.
 *
 * Everything comes from the page's own origin. Styles are the one exception: Fluent UI and Univer make style elements at
 * run time. A nonce would need a server that makes a new one for every answer, and these pages are plain files. Fluent's
 * elements are empty and filled by script, so the hash of the empty text admits them in Chromium; but WebKit, which shows
 * the pane in Excel for Mac, matches no hash with an empty text.
 */
const policy = (directives) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");

const own = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "frame-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

/** The task pane. Frames: Office.js's own question about an unknown Excel server, and dialogs shown inside Excel. */
const pane = policy(own);
/** The workbench. Frames: the task pane. */
const workbench = policy(own);

/** The policy of the page at a request path. */
function policyOf(pathname) {
  return pathname.endsWith("/taskpane.html") ? pane : workbench;
}

/** The settings of a server with the policy filled in. */
const withPolicy = (settings) => settings.replace("{policy}", pane);

module.exports = { pane, workbench, policyOf, withPolicy };
