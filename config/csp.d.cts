/** The policies of the two pages. */
export const pane: string;
export const workbench: string;
/** The policy of the page at a request path. */
export function policyOf(pathname: string): string;
/** The settings of a server with the policy filled in. */
export function withPolicy(settings: string): string;
