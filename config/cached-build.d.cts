/** The folder that holds index.html and taskpane.html of the present sources, built now or before. */
export function cachedBuild(): Promise<string>;
