/** What is wrong with the keyboard shortcuts at an address, in words and nulls; `folder` is where `assets/` lies. */
export function checkShortcuts(addresses: { Url: string; ResourcesUrl?: string }, folder: string): (string | null)[];
