/** Structural problems of a manifest in words; empty when there are none. Throws when the text is not well-formed XML. */
export function checkManifest(text: string, project: { folder: string; version: string }): string[];
/** Names that the ribbon calls. */
export function commandNames(text: string): string[];
